import { findLockedInvitation, type LockedInvitation } from '../invitations/lock-commands.ts'
import type { PersonalLink } from '../invitations/personal-link.ts'
import { invitationStrings } from '../invitations/strings.ts'
import { AppError } from '../platform/app-error.ts'
import { prepared, type Tx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { lockSession } from '../sessions/session-lock-queries.ts'
import { isCodeOf } from './check-in-code.ts'
import { type CheckInFault, isCheckInOpen } from './check-in-rules.ts'
import { recomputeAttendances } from './recompute-commands.ts'

/** The first time stays. */
const keepReport = {
  name: 'keep_self_report',
  text: `
insert into attendances as kept
       (office_id, session_id, journalist_id, invitation_id, outlet_id, status, self_reported_at)
values ($1, $2, $3, $4, $5, 'unmarked', $6)
on conflict (office_id, session_id, journalist_id) do update
   set self_reported_at = excluded.self_reported_at where kept.self_reported_at is null`,
}

async function keep(tx: Tx, locked: LockedInvitation, at: Date): Promise<void> {
  const { officeId, sessionId, journalistId, id, outletId } = locked
  const values = [officeId, sessionId, journalistId, id, outletId, at.toISOString()]
  await prepared(tx, keepReport, values)
  await recomputeAttendances(tx, { officeId, sessionId, journalistIds: [journalistId] })
}

/**
 * Keeps that a guest typed the code shown in the room, the first time of it; it counts once staff let them in. Answers
 * why it could not be kept, undefined when it was; 409 `closed` for a link that is no longer the present one.
 */
export async function checkInSelf(
  { database, keys }: Pick<Deps, 'database' | 'keys'>,
  link: PersonalLink,
  code: string,
): Promise<CheckInFault | undefined> {
  return database.write([link.officeId], `invitation:${link.invitationId}`, async (tx) => {
    const locked = await findLockedInvitation(tx, link.invitationId)
    if (!locked || locked.revokedAt || locked.linkVersion !== link.version)
      throw new AppError('closed', { message: invitationStrings.closed })
    const at = new Date()
    if (!isCheckInOpen(await lockSession(tx, locked.sessionId), at)) return 'hours'
    if (locked.answer === 'declined' || locked.answer === 'substituted') return 'desk'
    if (!isCodeOf(keys.checkIn, locked.sessionId, { code, at })) return 'code'
    await keep(tx, locked, at)
    return undefined
  })
}
