import { invitationsApi } from '@ngopi/shared/invitations'
import { whatsappApi } from '@ngopi/shared/whatsapp'
import { findGuestMessages } from '../messaging/guest-message-queries.ts'
import { AppError } from '../platform/app-error.ts'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { perform } from '../platform/perform.ts'
import { getSession } from '../sessions/queries.ts'
import { messageText, whatsappUrl } from '../templates/message-text.ts'
import { deliver, takeBack } from './deliver-commands.ts'
import { sendToMany } from './many-commands.ts'
import { reachOf } from './reach-queries.ts'

/** Writing to one guest or many, and taking back a mark. */
export function sendingRoutes(app: App, deps: Deps): void {
  const { database } = deps

  app.route({
    ...invitationsApi.link,
    handler: async (request) => {
      const [letter] = await database.read(accessOf(request).offices, (db) =>
        findGuestMessages(db, deps, [request.params.id]),
      )
      if (!letter) throw new AppError('not_found')
      const message = messageText(letter, 'invitation')
      return {
        url: letter.url,
        message,
        whatsappUrl: letter.phone ? whatsappUrl(letter.phone, message) : null,
      }
    },
  })

  app.route({
    ...invitationsApi.deliver,
    handler: (request, reply) =>
      perform({ database, request, reply, status: 201 }, (tx) =>
        deliver(tx, deps, {
          id: request.params.id,
          userId: accessOf(request).id,
          ...request.body,
        }),
      ),
  })

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
      perform({ database, request, reply }, (tx) => {
        const { words: followUp, ...asked } = request.body
        return sendToMany(tx, deps, {
          sessionId: request.params.id,
          userId: accessOf(request).id,
          followUp,
          ...asked,
        })
      }),
  })

  app.route({
    ...invitationsApi.takeBack,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) => takeBack(tx, request.params.id)),
  })
}
