import { z } from 'zod'
import { calendarDate, flag, id, idParams, line, text, versionOrNone } from './common.ts'
import { endpoint } from './endpoint.ts'
import { editors, staff } from './roles.ts'

const tags = ['letters']

/** The formal letter (surat undangan) of a session. */
export const letter = z
  .object({
    sessionId: id,
    saved: z.boolean().describe('False: proposed, nothing was saved yet'),
    number: z.string().describe('Nomor'),
    nature: z.string().describe('Sifat'),
    attachment: z.string().describe('Lampiran'),
    subject: z.string().describe('Hal'),
    place: z.string(),
    datedOn: calendarDate,
    body: z.string().nullable().describe('Null: the shipped words'),
    defaultBody: z.string().describe('The shipped words, as they stand in this letter'),
    copiesTo: z.array(z.string()).describe('Tembusan'),
    proofUrl: z.string().nullable().describe('The public page its QR code opens; null until saved'),
    guests: z.int().describe('To how many guests a letter would go now'),
    version: z.int().describe('0 until saved'),
  })
  .meta({ id: 'Letter' })
export type Letter = z.infer<typeof letter>

export const lettersApi = {
  get: endpoint({
    method: 'GET',
    url: '/api/sessions/:id/letter',
    config: { roles: staff },
    schema: {
      summary: 'The formal letter of a session, or a proposal for it',
      tags,
      params: idParams,
      response: { '2xx': letter },
    },
  }),
  save: endpoint({
    method: 'PUT',
    url: '/api/sessions/:id/letter',
    config: { roles: editors },
    schema: {
      summary: 'Save the letter; its proof page shows number, date and session from then on',
      tags,
      params: idParams,
      body: z.strictObject({
        version: versionOrNone,
        number: line(120),
        nature: line(60),
        attachment: line(60),
        subject: line(200),
        place: line(120),
        datedOn: calendarDate,
        body: text(4000).min(1).nullish(),
        copiesTo: z.array(line(160)).max(10).default([]),
      }),
      response: { '2xx': letter },
    },
  }),
  pdf: endpoint({
    method: 'GET',
    url: '/api/sessions/:id/letter.pdf',
    config: { roles: staff, gives: ['application/pdf'] },
    schema: {
      summary:
        'The letter as PDF: to the press in general, to one guest, or one for each guest in one file',
      tags,
      params: idParams,
      querystring: z
        .strictObject({ invitationId: id.optional(), all: flag.optional() })
        .refine((asked) => !(asked.invitationId && asked.all), {
          path: ['all'],
          params: { key: 'oneGuestOrAll' },
        }),
      response: { '2xx': z.string().describe('A PDF file') },
    },
  }),
}
