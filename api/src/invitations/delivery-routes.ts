import { invitationsApi } from '@ngopi/shared/invitations'
import { whatsappApi } from '@ngopi/shared/whatsapp'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { perform } from '../platform/perform.ts'
import { getSession } from '../sessions/queries.ts'
import { takeBack } from './deliver-commands.ts'
import { sendToMany } from './whatsapp/many-commands.ts'
import { reachOf } from './whatsapp/reach-queries.ts'

/** Sending to many guests at once, and taking back a mark. */
export function deliveryRoutes(app: App, deps: Deps): void {
  const { database } = deps

  app.route({
    ...whatsappApi.reach,
    handler: (request) =>
      database.read(accessOf(request).offices, async (db) => {
        const sessionId = request.params.id
        await getSession(db, sessionId)
        const reach = await reachOf(db, deps, { sessionId, ...request.query })
        return {
          byMail: reach.byMail.length,
          byService: reach.byService.length,
          byOfficer: reach.byOfficer.length + reach.waiting.length,
          waiting: reach.waiting.length,
          already: reach.already.length,
          leftOut: reach.leftOut,
        }
      }),
  })

  app.route({
    ...whatsappApi.sendMany,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) =>
        sendToMany(tx, deps, {
          sessionId: request.params.id,
          userId: accessOf(request).id,
          ...request.body,
        }),
      ),
  })

  app.route({
    ...invitationsApi.takeBack,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) => takeBack(tx, request.params.id)),
  })
}
