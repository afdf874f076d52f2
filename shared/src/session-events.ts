import { z } from 'zod'
import { attendance } from './attendance.ts'
import { id, idParams, instant } from './common.ts'
import { endpoint } from './endpoint.ts'
import { question } from './questions.ts'
import { everyone } from './roles.ts'

/**
 * What those who watch a session are told, as `data` of a server-sent event: its `id` is the number of the event in
 * the session, its `event` the `type` here. `session` says that who is
 * expected changed, or something is no longer to be seen, and `resync` that events are missing: read the lists again.
 */
export const sessionEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('attendance'), at: instant, attendance }),
  z.object({ type: z.literal('question'), at: instant, question }),
  z.object({ type: z.literal('session'), at: instant, sessionId: id }),
  z.object({ type: z.literal('resync'), at: instant }),
])
export type SessionEvent = z.infer<typeof sessionEvent>

export const sessionEventsApi = {
  watch: endpoint({
    method: 'GET',
    url: '/api/sessions/:id/events',
    config: { roles: everyone },
    schema: {
      summary:
        'Server-sent events of a session (text/event-stream); resumes after `Last-Event-ID`, ends when the token does',
      tags: ['sessions'],
      params: idParams,
      response: { '2xx': z.string().describe('A stream of `sessionEvent`') },
    },
  }),
}
