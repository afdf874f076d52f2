import { z } from 'zod'
import { id, line, text } from './common.ts'
import { emailAddress, phoneNumber } from './contact.ts'
import { declineKind, givenAnswer } from './invitation-states.ts'

/** A field of a form that was left empty is not there. */
const leftOut = z
  .string()
  .trim()
  .max(0)
  .transform(() => undefined)

/** A form sends a line break as two characters; whoever filled a field to its end wrote one. */
const multiline = (max: number) =>
  z
    .string()
    .transform((written) => written.replaceAll('\r\n', '\n'))
    .pipe(text(max))

/** How many of a role come along. */
const companions = z.enum(['0', '1', '2', '3']).transform(Number).optional()

/** Made with the page: what is sent twice from one page is done once. */
const formKey = z.union([leftOut, id]).optional()

/** The form of the journalist's page. */
export const personalAnswer = z.strictObject({
  formKey,
  answer: givenAnswer.optional(),
  declineKind: z.union([leftOut, declineKind]).optional(),
  reason: multiline(500).optional(),
  note: multiline(1000).optional(),
  question: multiline(2000).optional(),
  reporter: companions,
  cameraman: companions,
  photographer: companions,
})
export type PersonalAnswer = z.output<typeof personalAnswer>

/** Somebody whom a guest writes down: a substitute, oneself with a forwarded link, who comes for a group. */
export const personForm = z
  .strictObject({
    formKey,
    fullName: line(160),
    phone: z.union([leftOut, phoneNumber]).optional(),
    email: z.union([leftOut, emailAddress]).optional(),
    outletName: z.union([leftOut, line(160)]).optional(),
  })
  .refine(({ phone, email }) => phone !== undefined || email !== undefined, { path: ['phone'] })
export type PersonForm = Omit<z.output<typeof personForm>, 'formKey'>

/** A coordinator takes back whom they named. */
export const takeBackForm = z.strictObject({ takeBack: id })

/** A guest who is in the room types the code shown there; spaces are left out. */
export const checkInForm = z.strictObject({
  code: z
    .string()
    .transform((code) => code.replaceAll(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/)),
})
