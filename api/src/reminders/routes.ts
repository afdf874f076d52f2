import { remindersApi } from '@ngopi/shared/reminders'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { hasMailServer } from '../platform/message-context.ts'
import { perform } from '../platform/perform.ts'
import { listRecipients, listReminders, listUpcoming } from './reminder-queries.ts'
import { pauseStep, sendStepNow } from './step-commands.ts'

const now = () => new Date().toISOString()

/** Reminders as officers see and steer them; the clock sends them. */
export function reminderRoutes(
  app: App,
  { database, config }: Pick<Deps, 'database' | 'config'>,
): void {
  const mailServer = hasMailServer({ config })

  app.route({
    ...remindersApi.upcoming,
    handler: (request) => {
      const { offices, officeId } = accessOf(request)
      return database.read(offices, (db) => listUpcoming(db, { officeId, now: now(), mailServer }))
    },
  })

  app.route({
    ...remindersApi.list,
    handler: (request) =>
      database.read(accessOf(request).offices, (db) =>
        listReminders(db, { sessionId: request.params.id, now: now(), mailServer }),
      ),
  })

  app.route({
    ...remindersApi.recipients,
    handler: (request) =>
      database.read(accessOf(request).offices, (db) =>
        listRecipients(db, {
          sessionId: request.params.id,
          step: request.params.step,
          now: now(),
          mailServer,
        }),
      ),
  })

  app.route({
    ...remindersApi.pause,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) =>
        pauseStep(tx, {
          sessionId: request.params.id,
          step: request.params.step,
          paused: request.body.paused,
          now: now(),
          mailServer,
        }),
      ),
  })

  app.route({
    ...remindersApi.sendNow,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) =>
        sendStepNow(tx, {
          sessionId: request.params.id,
          step: request.params.step,
          userId: accessOf(request).id,
          now: now(),
          mailServer,
        }),
      ),
  })
}
