import { z } from 'zod'
import { clockTime, edited, id, line, lineOrNothing, nothing, timeZone, version } from './common.ts'
import { emailAddress, phoneNumber } from './contact.ts'
import { endpoint } from './endpoint.ts'
import { reminderOffset, reminderOffsets } from './reminders.ts'
import { admins, everyone } from './roles.ts'

const tags = ['offices']

/** The head of formal letters and who signs them. */
export const letterhead = z.strictObject({
  lines: z.array(line(160)).max(6),
  signatoryName: lineOrNothing(160),
  signatoryTitle: lineOrNothing(160),
  signatoryNip: z
    .string()
    .trim()
    .regex(/^$|^[\d ]{8,24}$/)
    .describe('Civil servant number, 18 digits, spaces allowed'),
})

/** Whom journalists may call, shown on every personal page, and where their replies to mails go. */
export const pressContact = z.strictObject({
  name: line(120),
  phone: phoneNumber,
  email: emailAddress.nullish(),
})

/** How messages to guests go out. */
export const sendingRules = z.strictObject({
  quietHours: z
    .strictObject({ from: clockTime, until: clockTime })
    .refine(({ from, until }) => from !== until, { path: ['until'], params: { key: 'quietEmpty' } })
    .nullable()
    .describe("Automatic messages rest in these hours, in the office's zone; null: never"),
  seatPolicy: z
    .enum(['promote', 'offer'])
    .describe('A freed seat is given to the first who waits at once, or offered for a time'),
  offerMinutes: z.int().min(15).max(10_080).describe('How long an offer holds the seat'),
  reminders: reminderOffsets,
})
export type SendingRules = z.infer<typeof sendingRules>

export const office = z
  .object({
    id,
    parentId: id.nullable(),
    name: z.string(),
    timeZone: z.string(),
    city: z.string().nullable(),
    letterhead: z.object({
      lines: z.array(z.string()),
      signatoryName: z.string(),
      signatoryTitle: z.string(),
      signatoryNip: z.string(),
    }),
    pressContact: z
      .object({ name: z.string(), phone: z.string(), email: z.string().nullable() })
      .nullable(),
    sending: z.object({
      quietHours: z.object({ from: clockTime, until: clockTime }).nullable(),
      seatPolicy: sendingRules.shape.seatPolicy,
      offerMinutes: z.int(),
      reminders: z.array(reminderOffset),
    }),
    hasLogo: z.boolean().describe('An emblem stands in the letterhead'),
    ...edited,
  })
  .meta({ id: 'Office' })
export type Office = z.infer<typeof office>

/** The types of picture a letterhead can carry. */
export const logoTypes = ['image/png', 'image/jpeg'] as const

/** The largest emblem, in bytes and in pixels of a side. */
export const logoLimits = { bytes: 512 * 1024, pixels: 2000 } as const

export const officesApi = {
  list: endpoint({
    method: 'GET',
    url: '/api/offices',
    config: { roles: everyone },
    schema: {
      summary: 'The own office and those below that the login may see, own first',
      tags,
      response: { '2xx': z.object({ items: z.array(office) }) },
    },
  }),
  get: endpoint({
    method: 'GET',
    url: '/api/offices/:id',
    config: { roles: everyone },
    schema: {
      summary: 'One office',
      tags,
      params: z.strictObject({ id }),
      response: { '2xx': office },
    },
  }),
  create: endpoint({
    method: 'POST',
    url: '/api/offices',
    config: { roles: admins },
    schema: {
      summary: 'Create an office below the own one',
      tags,
      body: z.strictObject({ name: line(200), timeZone, city: line(120).nullish() }),
      response: { '2xx': office },
    },
  }),
  update: endpoint({
    method: 'PATCH',
    url: '/api/offices/:id',
    config: { roles: admins },
    schema: {
      summary: 'Change the own office or a child office',
      tags,
      params: z.strictObject({ id }),
      body: z.strictObject({
        version,
        name: line(200).optional(),
        timeZone: timeZone.optional(),
        city: line(120).nullish(),
        letterhead: letterhead.optional(),
        pressContact: pressContact.nullish(),
        sending: sendingRules.optional(),
      }),
      response: { '2xx': office },
    },
  }),
  logo: endpoint({
    method: 'GET',
    url: '/api/offices/:id/logo',
    config: { roles: everyone, gives: logoTypes },
    schema: {
      summary: 'The emblem in the letterhead of an office',
      tags,
      params: z.strictObject({ id }),
      response: { '2xx': z.string().describe('A picture') },
    },
  }),
  putLogo: endpoint({
    method: 'PUT',
    url: '/api/offices/:id/logo',
    config: { roles: admins, takes: logoTypes },
    schema: {
      summary:
        'Put an emblem into the letterhead: a PNG or JPEG of at most 512 KiB and 2000 pixels a side',
      tags,
      params: z.strictObject({ id }),
      response: { '2xx': office },
    },
  }),
  removeLogo: endpoint({
    method: 'DELETE',
    url: '/api/offices/:id/logo',
    config: { roles: admins },
    schema: {
      summary: 'Take the emblem out of the letterhead',
      tags,
      params: z.strictObject({ id }),
      response: { '2xx': nothing },
    },
  }),
}
