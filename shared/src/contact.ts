import { z } from 'zod'
import { line } from './common.ts'

/** Addresses are compared and stored in lower case. */
export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email({ pattern: z.regexes.html5Email }).max(254))

/**
 * A phone number as people write it (08…, 62…, +62…, 8…, spaces, dashes). It is stored as
 * E.164 beside the text as written; one that is no number is refused by the API.
 */
export const phoneNumber = line(40)
  .min(5)
  .regex(/^[+()\d٠-٩۰-۹\s./\u2010-\u2015-]+$/)

/** Contact data, a note or a reason in an answer: for the office it belongs to, and null for every other. */
export const keptByOffice = (what?: string) =>
  z
    .string()
    .nullable()
    .describe([what, 'Null for every office but its own'].filter(Boolean).join('. '))

/** A free label, compared without case. */
export const tag = line(40)
