import { invitationsApi } from '@ngopi/shared/invitations'
import { representationsApi } from '@ngopi/shared/representations'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { perform } from '../platform/perform.ts'
import { holdOwnInvitation } from './commands.ts'
import { getInvitation } from './queries.ts'
import { decideRepresentation } from './representation-commands.ts'
import { getRepresentation, listRepresentations } from './representation-queries.ts'
import { substituteGuest, undoSubstitution } from './substitution-commands.ts'

/** Who comes instead of a guest, and who came with a forwarded link. */
export function substitutionRoutes(app: App, deps: Deps): void {
  const { database } = deps

  app.route({
    ...invitationsApi.substitute,
    handler: (request, reply) =>
      perform({ database, request, reply, status: 201 }, async (tx) => {
        const held = await holdOwnInvitation(tx, request.params.id)
        const by = { kind: 'officer', userId: accessOf(request).id } as const
        return getInvitation(tx, await substituteGuest(tx, { held, by, ...request.body }))
      }),
  })

  app.route({
    ...invitationsApi.undoSubstitution,
    handler: (request, reply) =>
      perform({ database, request, reply }, async (tx) => {
        const held = await holdOwnInvitation(tx, request.params.id)
        await undoSubstitution(tx, {
          held,
          by: { kind: 'officer', userId: accessOf(request).id },
          ...request.query,
        })
        return getInvitation(tx, held.id)
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
