import type { CrewRole, DeclineKind, GivenAnswer } from '@ngopi/shared/invitation-states'
import type { Invitation } from '@ngopi/shared/invitations'
import {
  type AnsweredBy,
  type LockedInvitation,
  lockOwnInvitation,
  userOf,
} from '../invitations/lock-commands.ts'
import { getInvitation } from '../invitations/queries.ts'
import { prepared, type Tx } from '../platform/database.ts'
import { notifyWhoKnew } from '../sending/notice-commands.ts'
import { isChangeable } from '../sessions/rules.ts'
import { recordAnswerOf } from './answer-commands.ts'
import { fillFreeSeats } from './seat-commands.ts'

interface Answering {
  id: string
  userId: string
  answer: GivenAnswer
  reason?: string | null | undefined
  declineKind?: DeclineKind | null | undefined
  crew?: readonly { role: CrewRole; name?: string | null | undefined }[] | undefined
}

/** Answers on a guest's behalf; officers queue like everyone. */
export async function answerOnBehalf(
  tx: Tx,
  { id, userId, answer, reason, declineKind, crew }: Answering,
): Promise<Invitation> {
  const locked = await lockOwnInvitation(tx, id)
  await recordAnswerOf(tx, {
    locked,
    given: answer,
    remarks: {
      reason: reason ?? null,
      declineKind: declineKind ?? null,
      note: null,
      crew: crew?.map(({ role, name }) => ({ role, name: name ?? null })),
    },
    by: { kind: 'officer', userId },
  })
  return getInvitation(tx, id)
}

/** What binds it to others goes too, so that an invitation renewed later begins anew. */
const revoke = {
  name: 'revoke_invitation',
  text: `
with seat as (
  update sessions set seats_taken = seats_taken - 1
   where id = $3 and office_id = $2 and $4::boolean
), former as (
  select answer from invitations where id = $1 and office_id = $2
), changed as (
  update invitations
     set revoked_at = now(), link_version = link_version + 1, calendar_revision = calendar_revision + 1, answer = 'none', holds_seat = false,
         waitlisted_at = null, offer_expires_at = null, decline_reason = null, decline_kind = null,
         crew = '[]', party_size = 1, substitute_of = null, named_by = null, named_as = null,
         group_name = null, group_places = null
   where id = $1 and office_id = $2
  returning id
)
insert into responses (office_id, invitation_id, from_answer, to_answer, by_kind, by_user_id)
select $2, changed.id, former.answer, 'none', $5, $6 from former, changed where former.answer <> 'none'`,
}

/**
 * Revokes a held invitation: its link and pass stop working, its seat goes to the first who waits. With `notify` the guest
 * hears of it, unless the session is off anyway.
 */
export async function revokeLocked(
  tx: Tx,
  { locked, by, notify }: { locked: LockedInvitation; by: AnsweredBy; notify: boolean },
): Promise<void> {
  await prepared(tx, revoke, [
    locked.id,
    locked.officeId,
    locked.sessionId,
    locked.holdsSeat,
    by.kind,
    userOf(by),
  ])
  const seatsMatter = locked.status === 'published'
  if (locked.holdsSeat && seatsMatter) await fillFreeSeats(tx, locked)
  if (notify && isChangeable(locked.status) && !locked.archivedAt)
    await notifyWhoKnew(tx, {
      sessionId: locked.sessionId,
      invitationId: locked.id,
      kind: 'revoked',
    })
}

/** As `revokeHeld`, by an officer; 404 and 403 as in `holdOwnInvitation`. */
export async function revokeInvitation(
  tx: Tx,
  { id, userId, notify }: { id: string; userId: string; notify: boolean },
): Promise<undefined> {
  const locked = await lockOwnInvitation(tx, id)
  await revokeLocked(tx, { locked, by: { kind: 'officer', userId }, notify })
}
