import { z } from 'zod'
import { idParams, instant, named } from './common.ts'
import { endpoint } from './endpoint.ts'
import { funnel } from './reports.ts'
import { staff } from './roles.ts'

/** The line of a session with what became of those who did not come. */
export const closingCounts = funnel
  .extend({
    seatsTaken: z.int(),
    absent: z.int(),
    excused: z.int(),
    unmarked: z.int(),
  })
  .meta({ id: 'ClosingCounts' })
export type ClosingCounts = z.infer<typeof closingCounts>

const reach = z.object({
  guests: z.int().describe('Whom it concerns'),
  byMail: z.int().describe('Whom sending by mail would write to now'),
  byWhatsapp: z.int().describe('Who could be put into the queue now'),
  waiting: z.int().describe('Who waits in the queue'),
  written: z.int().describe('Who was written to'),
})

export const closing = z
  .object({
    closedAt: instant.nullable().describe('Null: not closed yet'),
    closedBy: named.nullable(),
    counts: closingCounts.nullable().describe('As they were when the session was closed, for ever'),
    now: closingCounts.describe('As they are'),
    messages: z
      .object({ thanks: reach, materials: reach })
      .describe('Thanks to who came; the materials to who did not, where there are any for them'),
  })
  .meta({ id: 'Closing' })
export type Closing = z.infer<typeof closing>

export const closingsApi = {
  get: endpoint({
    method: 'GET',
    url: '/api/sessions/:id/closing',
    config: { roles: staff },
    schema: {
      summary: 'The counts of a session as they were when it was closed, and as they are',
      tags: ['sessions'],
      params: idParams,
      response: { '2xx': closing },
    },
  }),
}
