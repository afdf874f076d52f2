import type { BySegment, Choice } from '../invitations/invite-commands.ts'
import { invalidField } from '../platform/app-error.ts'
import type { Tx } from '../platform/database.ts'
import { audienceToInvite } from './audience-queries.ts'
import { segmentMessages } from './messages.ts'
import { usableSegment } from './queries.ts'
import { segmentUses } from './tables.ts'

/** As many as are invited at once. */
const most = 500

/**
 * Whom a segment holds for a session at this moment, and who is left out why (the first 1,000 by name); remembers
 * the use. The session's row must be locked, so that two at once do not choose the same person. Who is excepted
 * keeps the place under the cap: nobody is invited whom the officer did not see. 400 for more than 500.
 */
export async function chooseBySegment(
  tx: Tx,
  { officeId, sessionId, userId, asked }: BySegment,
): Promise<Choice> {
  const { segmentId, perOutlet, priority = 'attended', except = [] } = asked
  const { filter } = await usableSegment(tx, officeId, segmentId)
  const excepted = new Set(except)
  const { members, leftOut, held } = await audienceToInvite(
    tx,
    { officeId, filter, segmentId, sessionId, perOutlet, priority },
    most + excepted.size + 1,
  )
  const invited = members.filter(({ journalistId }) => !excepted.has(journalistId))
  if (invited.length > most) throw invalidField('segmentId', segmentMessages.tooMany)
  await tx
    .insert(segmentUses)
    .values({ officeId, segmentId, sessionId, byUserId: userId, members: held })
  return {
    invitees: invited.map(({ journalistId, outlet }) => ({
      journalistId,
      outletId: outlet?.id ?? null,
    })),
    skipped: leftOut
      .filter(({ journalistId }) => !excepted.has(journalistId))
      .map(({ journalistId, reason }) => ({ journalistId, reason })),
  }
}
