import { invitationsApi } from '@ngopi/shared/invitations'
import { representationsApi } from '@ngopi/shared/representations'
import { lockOwnInvitation } from '../invitations/lock-commands.ts'
import { getInvitation } from '../invitations/queries.ts'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { perform } from '../platform/perform.ts'
import { answerOnBehalf, revokeInvitation } from './commands.ts'
import { decideRepresentation } from './representation-commands.ts'
import { getRepresentation, listRepresentations } from './representation-queries.ts'
import { substituteGuest, undoSubstitution } from './substitution-commands.ts'
import { withdrawInvitations } from './withdraw-commands.ts'

/** Answers on a guest's behalf, invitations taken back, who comes instead, and who came with a forwarded link. */
export function rsvpRoutes(app: App, { database }: Deps): void {
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

  app.route({
    ...invitationsApi.withdraw,
    bodyLimit: 256 * 1024,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) =>
        withdrawInvitations(tx, { sessionId: request.params.id, ...request.body }),
      ),
  })

  app.route({
    ...invitationsApi.substitute,
    handler: (request, reply) =>
      perform({ database, request, reply, status: 201 }, async (tx) => {
        const locked = await lockOwnInvitation(tx, request.params.id)
        const by = { kind: 'officer', userId: accessOf(request).id } as const
        return getInvitation(tx, await substituteGuest(tx, { locked, by, ...request.body }))
      }),
  })

  app.route({
    ...invitationsApi.undoSubstitution,
    handler: (request, reply) =>
      perform({ database, request, reply }, async (tx) => {
        const locked = await lockOwnInvitation(tx, request.params.id)
        await undoSubstitution(tx, {
          locked,
          by: { kind: 'officer', userId: accessOf(request).id },
          ...request.query,
        })
        return getInvitation(tx, locked.id)
      }),
  })

  app.route({
    ...representationsApi.list,
    handler: async (request) => ({
      items: await database.read(accessOf(request).offices, (db) =>
        listRepresentations(db, request.params.id),
      ),
    }),
  })

  app.route({
    ...representationsApi.decide,
    handler: (request, reply) =>
      perform({ database, request, reply }, async (tx) => {
        const { id } = request.params
        const invitationId = await decideRepresentation(tx, {
          id,
          userId: accessOf(request).id,
          decision: request.body.decision,
          notify: request.body.notify,
          journalistId: request.body.journalistId ?? null,
        })
        return {
          representation: await getRepresentation(tx, id),
          invitation: invitationId ? await getInvitation(tx, invitationId) : null,
        }
      }),
  })
}
