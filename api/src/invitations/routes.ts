import { invitationsApi } from '@ngopi/shared/invitations'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { listInvitations } from './list-queries.ts'
import { getInvitationDetail } from './queries.ts'

/** Who is invited and where each stands. Choosing and inviting them is `segments`, answering `rsvp`, writing to them `sending`. */
export function invitationRoutes(app: App, { database, cursors }: Deps): void {
  app.route({
    ...invitationsApi.list,
    handler: (request) =>
      database.read(accessOf(request).offices, (db) =>
        listInvitations(db, { cursors, sessionId: request.params.id, asked: request.query }),
      ),
  })

  app.route({
    ...invitationsApi.get,
    handler: (request) =>
      database.read(accessOf(request).offices, (db) => getInvitationDetail(db, request.params.id)),
  })
}
