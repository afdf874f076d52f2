import { invitationsApi } from '@ngopi/shared/invitations'
import { inviteJournalists } from '../invitations/commands.ts'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { perform } from '../platform/perform.ts'
import { inviteSegment } from './invite-by-segment-commands.ts'

/** Inviting, one by one or by segment. */
export function inviteRoutes(app: App, { database }: Deps): void {
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
        return inviteSegment(tx, {
          sessionId,
          userId,
          asked: { ...asked, segmentId },
        })
      }),
  })
}
