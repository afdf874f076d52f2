import { sessionsApi } from '@ngopi/shared/sessions'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { perform } from '../platform/perform.ts'
import { createSession, updateSession } from './commands.ts'
import { listSessions } from './list-queries.ts'
import { effectOfMove } from './move-effect-queries.ts'
import type { SeriesHooks } from './series-hooks.ts'
import { answerSession } from './session-answer-queries.ts'
import type { SessionChangeHooks } from './session-change-commands.ts'
import {
  archiveSession,
  type CloseSession,
  cancelSession,
  completeSession,
  keepSession,
  publishSession,
  restoreSession,
} from './status-commands.ts'

/** Sessions; `guests` knows what a change means for those invited, `series` what it means in a series, `close` what closing one means. */
export function sessionRoutes(
  app: App,
  deps: Deps,
  {
    guests,
    series,
    close,
  }: { guests: SessionChangeHooks; series: SeriesHooks; close: CloseSession },
): void {
  const { database, cursors } = deps

  app.route({
    ...sessionsApi.list,
    handler: (request) => {
      const { offices } = accessOf(request)
      return database.read(offices, (db) =>
        listSessions(db, { cursors, offices, asked: request.query, now: new Date().toISOString() }),
      )
    },
  })

  app.route({
    ...sessionsApi.create,
    handler: (request, reply) =>
      perform({ database, request, reply, status: 201 }, (tx) =>
        createSession(tx, {
          officeId: accessOf(request).officeId,
          session: request.body,
          series,
          now: new Date().toISOString(),
        }),
      ),
  })

  app.route({
    ...sessionsApi.get,
    handler: (request) =>
      database.read(accessOf(request).offices, (db) => answerSession(db, request.params.id)),
  })

  app.route({
    ...sessionsApi.update,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) =>
        updateSession(tx, {
          id: request.params.id,
          changes: request.body,
          guests,
          series,
          now: new Date().toISOString(),
        }),
      ),
  })

  app.route({
    ...sessionsApi.effect,
    handler: (request) => {
      const { offices, officeId } = accessOf(request)
      return database.read(offices, (db) =>
        effectOfMove(db, {
          id: request.params.id,
          officeId,
          asked: request.body,
          guests,
          series,
          now: new Date().toISOString(),
        }),
      )
    },
  })

  app.route({
    ...sessionsApi.archive,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) => archiveSession(tx, request.params.id)),
  })

  app.route({
    ...sessionsApi.restore,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) => restoreSession(tx, request.params.id)),
  })

  app.route({
    ...sessionsApi.publish,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) => publishSession(tx, request.params.id)),
  })

  app.route({
    ...sessionsApi.cancel,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) =>
        cancelSession(tx, {
          id: request.params.id,
          reason: request.body.reason,
          guests,
          now: new Date().toISOString(),
        }),
      ),
  })

  app.route({
    ...sessionsApi.keep,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) => keepSession(tx, request.params.id)),
  })

  app.route({
    ...sessionsApi.complete,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) =>
        completeSession(tx, {
          id: request.params.id,
          now: new Date(),
          userId: accessOf(request).id,
          excused: (request.body?.excused ?? []).map(({ invitationId, reason = null }) => ({
            invitationId,
            reason,
          })),
          absent: request.body?.absent ?? [],
          close,
        }),
      ),
  })
}
