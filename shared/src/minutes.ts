import { z } from 'zod'
import {
  flag,
  id,
  idParams,
  instant,
  line,
  lineOrNothing,
  linkAddress,
  maxInteger,
  named,
  untrimmedText,
  version,
  versionOrNone,
} from './common.ts'
import { endpoint } from './endpoint.ts'
import { editors, staff } from './roles.ts'

const tags = ['minutes']

/** A piece of text: bold or not, a link or not. */
export const inline = z.strictObject({
  text: untrimmedText(4000).min(1),
  bold: z.boolean().optional(),
  href: linkAddress.optional(),
})

/** Rich text limited to headings, paragraphs, lists, bold and links; nothing else can be said. */
export const block = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('heading'),
    level: z.int().min(2).max(3),
    content: z.array(inline).max(100),
  }),
  z.strictObject({ type: z.literal('paragraph'), content: z.array(inline).max(200) }),
  z.strictObject({
    type: z.literal('list'),
    ordered: z.boolean(),
    items: z.array(z.array(inline).max(200)).min(1).max(200),
  }),
])
/** Letters of a whole record: some eighty printed pages. */
const mostLetters = 200_000

const piecesOf = (one: z.infer<typeof block>) =>
  one.type === 'list' ? one.items.flat() : one.content

export const minutesBody = z
  .array(block)
  .max(500)
  .refine(
    (body) => body.flatMap(piecesOf).reduce((sum, { text }) => sum + text.length, 0) <= mostLetters,
    { params: { key: 'minutesTooLong' } },
  )
export type MinutesBody = z.infer<typeof minutesBody>

const signature = z.object({
  name: z.string(),
  title: z.string(),
  rank: z.string().describe('Pangkat'),
  nip: z.string(),
})

export const minutes = z
  .object({
    sessionId: id,
    saved: z
      .boolean()
      .describe('False: drafted from agenda, attendance, questions and commitments'),
    body: minutesBody,
    chair: z.string().nullable(),
    minuteTaker: z.string().nullable(),
    closedAt: instant.nullable().describe('When the meeting ended, by the record'),
    signature,
    signedAt: instant.nullable(),
    signedBy: named.nullable(),
    versions: z
      .array(z.object({ number: z.int(), at: instant, by: named.nullable() }))
      .describe('For the own office; empty for every other'),
    offRecordIn: z
      .array(z.int())
      .describe(
        'For the own office: versions whose words, as they were saved, hold what is off the record by now; `body` leaves it out, and so does the next version',
      ),
    version: z.int().describe('0 until saved'),
  })
  .meta({ id: 'Minutes' })
export type Minutes = z.infer<typeof minutes>

export const minutesApi = {
  get: endpoint({
    method: 'GET',
    url: '/api/sessions/:id/minutes',
    config: { roles: staff },
    schema: {
      summary:
        'The minutes of a session, or a draft of them; nothing that was said off the record. Another office reads them once they are signed, and 404 before or where something in them went off the record since',
      tags,
      params: idParams,
      querystring: z.strictObject({
        draft: flag.optional().describe('`1`: drafted anew, though minutes are saved'),
      }),
      response: { '2xx': minutes },
    },
  }),
  save: endpoint({
    method: 'PUT',
    url: '/api/sessions/:id/minutes',
    config: { roles: editors },
    schema: {
      summary: 'Save the minutes; each save is kept as a version. 409 `closed` once signed',
      tags,
      params: idParams,
      body: z.strictObject({
        version: versionOrNone,
        body: minutesBody,
        chair: line(160).nullish(),
        minuteTaker: line(160).nullish(),
        closedAt: instant.nullish(),
        signature: z.strictObject({
          name: lineOrNothing(160),
          title: lineOrNothing(160),
          rank: lineOrNothing(160),
          nip: lineOrNothing(24),
        }),
      }),
      response: { '2xx': minutes },
    },
  }),
  version: endpoint({
    method: 'GET',
    url: '/api/sessions/:id/minutes/versions/:number',
    config: { roles: staff },
    schema: {
      summary: 'What the minutes said at an earlier save; for the own office alone',
      tags,
      params: z.strictObject({
        id,
        number: z.coerce.number<number | string>().int().min(1).max(maxInteger),
      }),
      response: {
        '2xx': z.object({ number: z.int(), at: instant, by: named.nullable(), body: minutesBody }),
      },
    },
  }),
  sign: endpoint({
    method: 'POST',
    url: '/api/sessions/:id/minutes/signature',
    config: { roles: editors },
    schema: {
      summary:
        'Close the minutes as signed; 422 while what was saved holds something that went off the record since',
      tags,
      params: idParams,
      body: z.strictObject({ version }),
      response: { '2xx': minutes },
    },
  }),
  pdf: endpoint({
    method: 'GET',
    url: '/api/sessions/:id/minutes.pdf',
    config: { roles: staff, gives: ['application/pdf'] },
    schema: {
      summary: 'The minutes as PDF, with the list of who attended',
      tags,
      params: idParams,
      response: { '2xx': z.string().describe('A PDF file') },
    },
  }),
}
