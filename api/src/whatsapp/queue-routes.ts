import { deliveryKind } from '@ngopi/shared/invitations'
import { type Reminded, whatsappApi } from '@ngopi/shared/whatsapp'
import type { DeliveryKind } from '../messaging/message-rules.ts'
import { reachedBy } from '../messaging/reached-by.ts'
import { candidatesFor, mayQueue } from '../messaging/whom-queries.ts'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Db } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { hasMailServer } from '../platform/message-context.ts'
import { perform } from '../platform/perform.ts'
import { getSession } from '../sessions/queries.ts'
import { claimNext, releaseClaim } from './claim-commands.ts'
import { recordOutcome, unsettleGuest } from './outcome-commands.ts'
import { fillQueue } from './queue-commands.ts'
import { queueProgressOf } from './queue-queries.ts'

interface Queue {
  sessionId: string
  kind: DeliveryKind
  userId: string
  reminds?: Reminded | null | undefined
}

async function progressOf(db: Db, { kind, ...queue }: Queue) {
  const progress = (await queueProgressOf(db, { ...queue, kinds: [kind] })).get(kind)
  if (!progress) throw new Error('a kind without its count')
  return progress
}

/** The guests to be written to by WhatsApp, worked through one by one by any number of officers. */
export function whatsappQueueRoutes(app: App, deps: Deps): void {
  const { database } = deps

  app.route({
    ...whatsappApi.progress,
    handler: (request) => {
      const { id: userId, offices } = accessOf(request)
      const { id: sessionId } = request.params
      return database.read(offices, async (db) => {
        await getSession(db, sessionId)
        const kinds = deliveryKind.options
        const mailServer = hasMailServer(deps)
        const candidates = await candidatesFor(db, { sessionId, kinds, mailServer })
        const queues = await queueProgressOf(db, { sessionId, kinds, userId })
        return {
          service: deps.config.whatsapp !== undefined,
          mailServer,
          kinds: [...queues].map(([kind, progress]) => {
            const concerned = candidates.filter((one) => one.kind === kind)
            const { reached, leftOut } = reachedBy('email', concerned)
            return {
              kind,
              progress,
              eligible: concerned.filter(mayQueue).length,
              byMail: { guests: reached.length, leftOut },
            }
          }),
        }
      })
    },
  })

  app.route({
    ...whatsappApi.fill,
    handler: (request, reply) =>
      perform({ database, request, reply }, async (tx) => {
        const { kind, reminds, words: followUp, invitationIds } = request.body
        const sessionId = request.params.id
        const added = await fillQueue(tx, { sessionId, kind, reminds, followUp, invitationIds })
        const userId = accessOf(request).id
        return { added, progress: await progressOf(tx, { sessionId, kind, userId, reminds }) }
      }),
  })

  app.route({
    ...whatsappApi.claim,
    handler: (request, reply) =>
      perform({ database, request, reply }, async (tx) => {
        const queue = {
          sessionId: request.params.id,
          userId: accessOf(request).id,
          ...request.body,
        }
        const item = (await claimNext(tx, deps, queue)) ?? null
        return { item, progress: await progressOf(tx, queue) }
      }),
  })

  app.route({
    ...whatsappApi.settle,
    handler: (request, reply) =>
      perform({ database, request, reply }, async (tx) => {
        const userId = accessOf(request).id
        const { outcome, note = null } = request.body
        const row = await recordOutcome(tx, { id: request.params.id, userId, outcome, note })
        return { progress: await progressOf(tx, { ...row, userId }) }
      }),
  })

  app.route({
    ...whatsappApi.unsettle,
    handler: (request, reply) =>
      perform({ database, request, reply }, async (tx) => {
        const userId = accessOf(request).id
        const { row, item = null } = await unsettleGuest(tx, deps, {
          id: request.params.id,
          userId,
        })
        return { item, progress: await progressOf(tx, { ...row, userId }) }
      }),
  })

  app.route({
    ...whatsappApi.release,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) =>
        releaseClaim(tx, { id: request.params.id, userId: accessOf(request).id }),
      ),
  })
}
