import { invitationsApi } from '@ngopi/shared/invitations'
import { AppError } from '../platform/app-error.ts'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { perform } from '../platform/perform.ts'
import { answerOnBehalf, revokeInvitation } from './commands.ts'
import { deliver } from './deliver-commands.ts'
import { messageText, whatsappUrl } from './guest-messages.ts'
import { type ChooseBySegment, inviteJournalists, inviteSegment } from './invite-commands.ts'
import { lettersFor } from './letter-queries.ts'
import { listInvitations } from './list-queries.ts'
import { getInvitationDetail } from './queries.ts'
import { withdrawInvitations } from './withdraw-commands.ts'

/** Invitations as officers work with them; `chooseBySegment` comes from a later feature. */
export function invitationRoutes(
  app: App,
  deps: Deps,
  { chooseBySegment }: { chooseBySegment: ChooseBySegment },
): void {
  const { database, cursors } = deps

  app.route({
    ...invitationsApi.list,
    handler: (request) =>
      database.read(accessOf(request).offices, (db) =>
        listInvitations(db, { cursors, sessionId: request.params.id, asked: request.query }),
      ),
  })

  app.route({
    ...invitationsApi.create,
    // 500 invitees with their outlets and groups are more than the usual body.
    bodyLimit: 256 * 1024,
    handler: (request, reply) =>
      perform({ database, request, reply, status: 201 }, (tx) => {
        const sessionId = request.params.id
        const { invitees = [], segmentId, ...asked } = request.body
        if (segmentId === undefined) return inviteJournalists(tx, { sessionId, invitees })
        const userId = accessOf(request).id
        return inviteSegment(tx, chooseBySegment, {
          sessionId,
          userId,
          asked: { ...asked, segmentId },
        })
      }),
  })

  app.route({
    ...invitationsApi.withdraw,
    bodyLimit: 256 * 1024,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) =>
        withdrawInvitations(tx, { sessionId: request.params.id, ...request.body }),
      ),
  })

  app.route({
    ...invitationsApi.get,
    handler: (request) =>
      database.read(accessOf(request).offices, (db) => getInvitationDetail(db, request.params.id)),
  })

  app.route({
    ...invitationsApi.link,
    handler: async (request) => {
      const [letter] = await database.read(accessOf(request).offices, (db) =>
        lettersFor(db, deps, [request.params.id]),
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
    ...invitationsApi.respond,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) =>
        answerOnBehalf(tx, {
          id: request.params.id,
          userId: accessOf(request).id,
          ...request.body,
        }),
      ),
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
    ...invitationsApi.revoke,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) =>
        revokeInvitation(tx, {
          id: request.params.id,
          userId: accessOf(request).id,
          ...request.query,
        }),
      ),
  })
}
