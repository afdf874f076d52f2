import { sessionEventsApi } from '@ngopi/shared/session-events'
import type { App } from '../../platform/app-type.ts'
import { accessEndsAt, accessOf, stillMay } from '../../platform/auth.ts'
import type { Deps } from '../../platform/deps.ts'
import { logUnexpected } from '../../platform/log-error.ts'
import { getSession } from '../../sessions/queries.ts'
import type { ReadQuestions } from './frames.ts'
import { SessionStreams, type Stream } from './session-streams.ts'

/** Whoever leaves so many bytes unread is cut off, and catches up when they come back. */
const mostUnread = 1024 * 1024

/** The number to resume after; undefined for a first visit, and for what no stream of ours has said. */
const resumeAfter = (header: unknown): number | undefined =>
  typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : undefined

/** What happens in a session while it is on, told to those who watch it. */
export function sessionEventRoutes(
  app: App,
  { database, access }: Deps,
  { readQuestions }: { readQuestions: ReadQuestions },
): void {
  const streams = new SessionStreams({ database, log: app.log, readQuestions })
  access.onChange((userId) => streams.review(userId))
  // Before the server waits for its connections to end.
  app.addHook('preClose', () => streams.close())

  app.route({
    ...sessionEventsApi.watch,
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      const login = accessOf(request)
      const { officeId, id: sessionId } = await database.read(login.offices, (db) =>
        getSession(db, request.params.id),
      )
      await streams.open()
      reply.hijack()
      const { raw } = reply
      raw.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
        // A stream is the last thing on its connection, so a server that ends waits for none.
        connection: 'close',
      })
      const stream: Stream = {
        offices: login.offices,
        desk: login.role === 'desk',
        userId: login.id,
        endsAt: accessEndsAt(request),
        mayStay: () => stillMay(request, access),
        write: (text) => {
          if (raw.writableLength > mostUnread) raw.destroy()
          else if (!raw.writableEnded) raw.write(text)
        },
        // Asked again, it waits no longer for what was left unread.
        end: () => void (raw.writableEnded ? raw.destroy() : raw.end()),
      }
      raw.on('close', () => streams.leave(stream))
      try {
        await streams.watch(
          { officeId, sessionId },
          stream,
          resumeAfter(request.headers['last-event-id']),
        )
      } catch (error) {
        // The answer has begun; whoever watches comes back and begins anew.
        logUnexpected(request.log, error)
        raw.destroy()
      }
    },
  })
}
