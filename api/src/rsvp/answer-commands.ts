import type { GivenAnswer } from '@ngopi/shared/invitation-states'
import {
  type AnsweredBy,
  isAfterDeadline,
  type LockedInvitation,
  requireOpen,
  userOf,
} from '../invitations/lock-commands.ts'
import { saysNothingNew, seatsMoved, type Words } from '../invitations/rules.ts'
import { prepared, type Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { fillFreeSeats, withoutExpiredOffers } from './seat-commands.ts'

/** The crew of $1 stays unless another is given in $2 (JSON). */
const crewOr = (stays: string, given: string) => `coalesce(${given}::jsonb, ${stays})`

/** What invitation `i` said so far of why the guest declined. */
const formerly = (column: 'decline_reason' | 'decline_kind') =>
  `(select r.${column} from invitation_reasons r where r.id = i.id and r.office_id = i.office_id)`

/** The seat moves in the same statement as the answer and its history; the CHECK of the table stands behind. */
const recordAnswer = {
  name: 'record_answer',
  text: `
with seat as (
  update sessions set seats_taken = seats_taken + $4::int
   where id = $3 and office_id = $2 and $4::int <> 0
     and ($4::int < 0 or capacity is null or seats_taken < capacity)
  returning id
), former as (
  select answer, holds_seat from invitations where id = $1 and office_id = $2
), changed as (
  update invitations i set
    answer = case when $5::text <> 'attending' or i.holds_seat or exists (select from seat) then $5 else 'waitlisted' end,
    holds_seat = $5 = 'attending' and (i.holds_seat or exists (select from seat)),
    waitlisted_at = case when $5 = 'attending' and not i.holds_seat and not exists (select from seat)
                         then coalesce(i.waitlisted_at, clock_timestamp()) end,
    offer_expires_at = null,
    responded_at = now(),
    decline_reason = case when $5 = 'declined' then coalesce($8, ${formerly('decline_reason')}) end,
    decline_kind = case when $5 = 'declined' then coalesce($10, ${formerly('decline_kind')}) end,
    crew = case when $5 = 'declined' then '[]' else ${crewOr('i.crew', '$11')} end,
    party_size = case when $5 = 'declined' then 1 else 1 + jsonb_array_length(${crewOr('i.crew', '$11')}) end
   where i.id = $1 and i.office_id = $2
  returning i.answer
)
insert into responses (id, office_id, invitation_id, from_answer, to_answer, by_kind, by_user_id, reason, note, after_deadline)
select $13, $2, $1, former.answer, changed.answer, $6, $7, $8, $9, $12 from former, changed
returning $4::int < 0 and exists (
  select from invitations w
   where w.office_id = $2 and w.session_id = $3 and w.answer = 'waitlisted' and w.revoked_at is null
) as "seatForNext"`,
}

const asJson = (crew: Words['crew']) => (crew ? JSON.stringify(crew) : null)

/**
 * Records an answer of a held invitation. A full session puts `attending` on the waitlist, where the place
 * held before is kept; a seat given up goes to the first who waits. After the deadline an officer alone records one.
 */
export async function recordAnswerOf(
  tx: Tx,
  {
    locked: before,
    given,
    remarks,
    by,
    responseId = newId(),
  }: {
    locked: LockedInvitation
    given: GivenAnswer
    remarks: Words
    by: AnsweredBy
    responseId?: string | undefined
  },
): Promise<void> {
  requireOpen(before, by)
  const locked = await withoutExpiredOffers(tx, before)
  if (saysNothingNew(locked, given, remarks)) return
  const [recorded] = await prepared<{ seatForNext: boolean }>(tx, recordAnswer, [
    locked.id,
    locked.officeId,
    locked.sessionId,
    seatsMoved(locked, given),
    given,
    by.kind,
    userOf(by),
    remarks.reason,
    remarks.note,
    remarks.declineKind,
    asJson(remarks.crew),
    isAfterDeadline(locked),
    responseId,
  ])
  if (recorded?.seatForNext) await fillFreeSeats(tx, locked)
}

const recordWords = {
  name: 'record_words',
  text: `
with changed as (
  update invitations i set
    decline_reason = case when answer = 'declined' then coalesce($3::text, ${formerly('decline_reason')}) end,
    decline_kind = case when answer = 'declined' then coalesce($5::text, ${formerly('decline_kind')}) end,
    crew = case when answer in ('none', 'declined') then '[]' else ${crewOr('i.crew', '$6')} end,
    party_size = case when answer in ('none', 'declined') then 1
                      else 1 + jsonb_array_length(${crewOr('i.crew', '$6')}) end
   where id = $1 and office_id = $2
  returning answer
)
insert into responses (id, office_id, invitation_id, from_answer, to_answer, by_kind, reason, note)
select $7, $2, $1, answer, answer, 'journalist', $3, $4::text from changed where $3 is not null or $4::text is not null`,
}

/** Records what a guest adds to the answer given before; the caller made sure that answers are open. */
export async function recordWordsOf(
  tx: Tx,
  locked: LockedInvitation,
  { remarks, responseId = newId() }: { remarks: Words; responseId?: string | undefined },
): Promise<void> {
  const { reason, note, declineKind, crew } = remarks
  if (reason === null && note === null && declineKind === null && !crew) return
  await prepared(tx, recordWords, [
    locked.id,
    locked.officeId,
    reason,
    note,
    declineKind,
    asJson(crew),
    responseId,
  ])
}
