import type { Attendance, AttendanceStatus } from '@ngopi/shared/attendance'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { invitations } from '../invitations/tables.ts'
import { AppError } from '../platform/app-error.ts'
import type { Tx } from '../platform/database.ts'
import { lockSession } from '../sessions/session-lock-queries.ts'
import { attendancesOf } from './queries.ts'
import { recomputeAttendances } from './recompute-commands.ts'
import { applySubstitutions } from './swap-commands.ts'
import { attendances } from './tables.ts'

/** A judgement by hand about an invited guest. */
export interface Mark {
  sessionId: string
  invitationId: string
  status: AttendanceStatus
  /** Undefined: what is noted stays, as for a desk, which neither reads reasons nor gives any. */
  reason: string | null | undefined
  at: Date
  /** Who judges. */
  userId: string
}

/**
 * Sets an attendance by hand, above whatever the scans say; `unmarked` takes the hand away again. Marking
 * present anew keeps the first time. 404 for an invitation that is not of the session or was revoked.
 */
export async function markAttendance(tx: Tx, mark: Mark): Promise<Attendance> {
  const session = await lockSession(tx, mark.sessionId)
  const { officeId } = session
  const [invited] = await tx
    .select({ journalistId: invitations.journalistId, outletId: invitations.outletId })
    .from(invitations)
    .where(
      and(
        eq(invitations.officeId, officeId),
        eq(invitations.sessionId, mark.sessionId),
        eq(invitations.id, mark.invitationId),
        isNull(invitations.revokedAt),
      ),
    )
  if (!invited) throw new AppError('not_found')
  const guest = { officeId, sessionId: mark.sessionId, journalistId: invited.journalistId }
  await setMark(tx, { guest, mark, outletId: invited.outletId })
  const substitutes = await applySubstitutions(tx, { session, userId: mark.userId })
  await recomputeAttendances(tx, { ...guest, journalistIds: substitutes })
  const guests = { ...guest, journalistIds: [guest.journalistId] }
  const attendance = (await attendancesOf(tx, guests)).get(guest.journalistId)
  if (!attendance) throw new AppError('not_found')
  return attendance
}

async function setMark(
  tx: Tx,
  {
    guest,
    mark,
    outletId,
  }: {
    guest: { officeId: string; sessionId: string; journalistId: string }
    mark: Mark
    outletId: string | null
  },
): Promise<void> {
  const ofGuest = and(
    eq(attendances.officeId, guest.officeId),
    eq(attendances.sessionId, guest.sessionId),
    eq(attendances.journalistId, guest.journalistId),
  )
  const [before] = await tx
    .select({
      markedStatus: attendances.markedStatus,
      markedAt: attendances.markedAt,
      reason: sql<string | null>`(select r.reason from attendance_reasons r
        where r.id = attendances.id and r.office_id = attendances.office_id)`,
    })
    .from(attendances)
    .where(ofGuest)
  const marked = mark.status === 'unmarked' ? null : mark.status
  if (!before && !marked) return
  const again = before?.markedStatus === marked
  const hand = {
    markedStatus: marked,
    markedAt: again ? before.markedAt : marked && mark.at.toISOString(),
    reason: mark.reason === undefined ? (before?.reason ?? null) : marked && mark.reason,
  }
  if (!before) {
    const present = marked === 'present' && { arrivedAt: hand.markedAt, source: 'list' as const }
    const first = { ...guest, ...hand, status: mark.status, outletId, ...present }
    await tx.insert(attendances).values({ ...first, invitationId: mark.invitationId })
    return
  }
  if (!again || before.reason !== hand.reason) await tx.update(attendances).set(hand).where(ofGuest)
  await recomputeAttendances(tx, { ...guest, journalistIds: [guest.journalistId] })
}
