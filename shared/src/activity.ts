import { z } from 'zod'
import { id, instant, listQuery, page, several } from './common.ts'
import { endpoint } from './endpoint.ts'
import { admins } from './roles.ts'

/** One change, written by the database in the transaction that made it. */
export const activity = z
  .object({
    id: z.string(),
    at: instant,
    actor: z.object({
      kind: z.enum(['user', 'invitation', 'job', 'system']),
      id: id.nullable(),
      name: z.string().nullable(),
    }),
    action: z.enum(['insert', 'update', 'delete']),
    subject: z.string().describe('The table changed'),
    subjectId: id,
    before: z.unknown().describe('The changed columns as they were'),
    after: z.unknown().describe('The changed columns as they became'),
  })
  .meta({ id: 'Activity' })
export type Activity = z.infer<typeof activity>

export const activityApi = {
  list: endpoint({
    method: 'GET',
    url: '/api/activity',
    config: { roles: admins },
    schema: {
      summary: 'What was changed in the own office, newest first',
      tags: ['activity'],
      querystring: z.strictObject({
        limit: listQuery.limit,
        cursor: listQuery.cursor,
        subject: several(z.string().max(60)).optional(),
        subjectId: id.optional(),
        userId: id.optional(),
      }),
      response: { '2xx': page(activity) },
    },
  }),
}
