import type { invitationsApi } from '@ngopi/shared/invitations'
import type { z } from 'zod'
import { type Invited, inviteChosen, lockOpenSession } from '../invitations/commands.ts'
import { invalidField } from '../platform/app-error.ts'
import type { Tx } from '../platform/database.ts'
import { audienceToInvite } from './audience-queries.ts'
import { usableSegment } from './queries.ts'
import { segmentStrings } from './strings.ts'
import { segmentUses } from './tables.ts'

type AskedBody = z.output<typeof invitationsApi.create.schema.body>

interface BySegment {
  sessionId: string
  userId: string
  asked: Omit<AskedBody, 'invitees' | 'segmentId'> & { segmentId: string }
}

/** As many as are invited at once. */
const maxItems = 500

/**
 * Invites whom a segment holds for a session at this moment, and names who is left out why (the first 1,000 by name);
 * remembers the use. The session's row is locked, so that two at once do not choose the same person. Who is excepted
 * keeps the place under the cap: nobody is invited whom the officer did not see. 400 for more than 500; else as
 * `inviteJournalists`, 404 and 403 for the segment as elsewhere.
 */
export async function inviteSegment(
  tx: Tx,
  { sessionId, userId, asked }: BySegment,
): Promise<Invited> {
  const { officeId } = await lockOpenSession(tx, sessionId)
  const { segmentId, perOutlet, priority = 'attended', except = [] } = asked
  const { filter } = await usableSegment(tx, officeId, segmentId)
  const excepted = new Set(except)
  const { members, leftOut, memberIds } = await audienceToInvite(
    tx,
    { officeId, filter, segmentId, sessionId, perOutlet, priority },
    maxItems + excepted.size + 1,
  )
  const invited = members.filter(({ journalistId }) => !excepted.has(journalistId))
  if (invited.length > maxItems) throw invalidField('segmentId', segmentStrings.tooMany)
  await tx
    .insert(segmentUses)
    .values({ officeId, segmentId, sessionId, byUserId: userId, members: memberIds })
  return inviteChosen(tx, {
    officeId,
    sessionId,
    invitees: invited.map(({ journalistId, outlet }) => ({
      journalistId,
      outletId: outlet?.id ?? null,
    })),
    skipped: leftOut
      .filter(({ journalistId }) => !excepted.has(journalistId))
      .map(({ journalistId, reason }) => ({ journalistId, reason })),
  })
}
