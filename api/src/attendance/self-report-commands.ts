import { isCheckInOpen } from '../invitations/check-in-rules.ts'
import { findHeldInvitation, type HeldInvitation } from '../invitations/hold-commands.ts'
import { invitationMessages } from '../invitations/messages.ts'
import type { ReportThere } from '../invitations/personal-commands.ts'
import { AppError } from '../platform/app-error.ts'
import { prepared, type Tx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { lockSession } from '../sessions/session-lock-queries.ts'
import { isCodeOf } from './check-in-code.ts'
import { settleAttendances } from './settle-commands.ts'

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

async function keep(tx: Tx, held: HeldInvitation, at: Date): Promise<void> {
  const { officeId, sessionId, journalistId, id, outletId } = held
  const values = [officeId, sessionId, journalistId, id, outletId, at.toISOString()]
  await prepared(tx, keepReport, values)
  await settleAttendances(tx, { officeId, sessionId, journalistIds: [journalistId] })
}

/** How guests report with the code shown in the room that they are there; it counts once staff let them in. */
export const reportThere =
  ({ database, keys }: Pick<Deps, 'database' | 'keys'>): ReportThere =>
  (link, code) =>
    database.write([link.officeId], `invitation:${link.invitationId}`, async (tx) => {
      const held = await findHeldInvitation(tx, link.invitationId)
      if (!held || held.revokedAt || held.linkVersion !== link.version)
        throw new AppError('closed', { message: invitationMessages.closed })
      const at = new Date()
      if (!isCheckInOpen(await lockSession(tx, held.sessionId), at)) return 'hours'
      if (held.answer === 'declined' || held.answer === 'substituted') return 'desk'
      if (!isCodeOf(keys.checkIn, held.sessionId, { code, at })) return 'code'
      await keep(tx, held, at)
      return undefined
    })
