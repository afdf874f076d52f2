import { z } from 'zod'
import { id, idParams, instant } from './common.ts'
import { endpoint } from './endpoint.ts'
import { staff } from './roles.ts'

const tags = ['papers']

export const paperKind = z.enum([
  'letters',
  'attendance_sheet',
  'filled_attendance_sheet',
  'badges',
])
export type PaperKind = z.infer<typeof paperKind>

/** A paper with too many letters, badges or rows to be waited for: made in the background, then kept for a day. */
export const paper = z
  .object({
    id,
    kind: paperKind,
    session: z.object({ id, title: z.string() }),
    state: z.enum(['queued', 'making', 'done', 'failed']),
    done: z.int().describe('Letters, badges or rows that are ready'),
    total: z.int(),
    file: z
      .object({ name: z.string(), mediaType: z.string(), bytes: z.int() })
      .nullable()
      .describe('Null until it is done'),
    error: z.string().nullable().describe('Of a failed one: why, in words; ask for it anew'),
    createdAt: instant,
    expiresAt: instant.describe('When it is thrown away'),
  })
  .meta({ id: 'Paper' })
export type Paper = z.infer<typeof paper>

export const papersApi = {
  create: endpoint({
    method: 'POST',
    url: '/api/sessions/:id/papers',
    config: { roles: staff },
    schema: {
      summary:
        'Have a paper made, in answer to `long_paper`; whoever of the office asks for one that is being made joins it. 202',
      tags,
      params: idParams,
      body: z.strictObject({ kind: paperKind }),
      response: { '2xx': paper },
    },
  }),
  get: endpoint({
    method: 'GET',
    url: '/api/papers/:id',
    config: { roles: staff },
    schema: {
      summary: 'How far a paper is',
      tags,
      params: idParams,
      response: { '2xx': paper },
    },
  }),
  file: endpoint({
    method: 'GET',
    url: '/api/papers/:id/file',
    config: { roles: staff, gives: ['application/pdf'] },
    schema: {
      summary: 'The file of a paper that is done; 409 `in_progress` before',
      tags,
      params: idParams,
      response: { '2xx': z.string().describe('A PDF file') },
    },
  }),
}
