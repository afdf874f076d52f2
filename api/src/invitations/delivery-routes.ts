import { invitationsApi } from '@ngopi/shared/invitations'
import { whatsappApi } from '@ngopi/shared/whatsapp'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { perform } from '../platform/perform.ts'
import { takeBack } from './deliver-commands.ts'
import { sendToMany } from './whatsapp/many-commands.ts'

/** Sending to many guests at once, and taking back a mark. */
export function deliveryRoutes(app: App, deps: Deps): void {
  const { database } = deps

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
