import { z } from 'zod'
import { id, idParams, instant, listQuery, named, page } from './common.ts'
import { endpoint } from './endpoint.ts'
import { answer } from './invitation-states.ts'
import { staff } from './roles.ts'

/** One thing that happened between the office and a partner. */
export const timelineEntry = z
  .object({
    id: z.string(),
    at: instant,
    kind: z.enum([
      'recorded',
      'joined',
      'left',
      'invited',
      'answered',
      'attended',
      'absent',
      'asked',
      'published',
    ]),
    session: z
      .object({ id, title: z.string(), startsAt: instant, timeZone: z.string() })
      .nullable(),
    journalist: z.object({ id, fullName: z.string() }).nullable(),
    outlet: named.nullable(),
    answer: answer.nullable(),
    coverage: z.object({ id, title: z.string() }).nullable(),
    text: z
      .string()
      .nullable()
      .describe('A reason, for the own office alone; a question on the record; a position'),
  })
  .meta({ id: 'TimelineEntry' })
export type TimelineEntry = z.infer<typeof timelineEntry>

const querystring = z.strictObject({ limit: listQuery.limit, cursor: listQuery.cursor })

export const timelineApi = {
  journalist: endpoint({
    method: 'GET',
    url: '/api/journalists/:id/timeline',
    config: { roles: staff },
    schema: {
      summary: 'Everything that happened with a journalist, newest first',
      tags: ['journalists'],
      params: idParams,
      querystring,
      response: { '2xx': page(timelineEntry) },
    },
  }),
  outlet: endpoint({
    method: 'GET',
    url: '/api/outlets/:id/timeline',
    config: { roles: staff },
    schema: {
      summary: 'Everything that happened with an outlet, newest first',
      tags: ['outlets'],
      params: idParams,
      querystring,
      response: { '2xx': page(timelineEntry) },
    },
  }),
}
