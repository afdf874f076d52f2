import { z } from 'zod'
import { id, idParams, instant, nothing } from './common.ts'
import { endpoint } from './endpoint.ts'
import { staff } from './roles.ts'

const tags = ['calendar feeds']

export const calendarFeed = z
  .object({ id, createdAt: instant, lastReadAt: instant.nullable() })
  .meta({ id: 'CalendarFeed' })
export type CalendarFeed = z.infer<typeof calendarFeed>

export const calendarFeedsApi = {
  list: endpoint({
    method: 'GET',
    url: '/api/calendar-feeds',
    config: { roles: staff },
    schema: {
      summary:
        "The user's own subscriptions that are in force; their addresses are not shown again",
      tags,
      response: { '2xx': z.object({ items: z.array(calendarFeed) }) },
    },
  }),
  create: endpoint({
    method: 'POST',
    url: '/api/calendar-feeds',
    config: { roles: staff },
    schema: {
      summary:
        "A secret address to subscribe to the office's sessions with; it is told only now. At most 10 are in force",
      tags,
      response: { '2xx': calendarFeed.extend({ url: z.string() }) },
    },
  }),
  revoke: endpoint({
    method: 'DELETE',
    url: '/api/calendar-feeds/:id',
    config: { roles: staff },
    schema: {
      summary: 'Revoke a subscription; its address answers nothing from now on',
      tags,
      params: idParams,
      response: { '2xx': nothing },
    },
  }),
}
