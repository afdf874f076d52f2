import type { GivenAnswer } from '@ngopi/shared/invitation-states'
import type { SessionStatus } from '@ngopi/shared/sessions'
import { AppError } from '../platform/app-error.ts'
import { prepared, type Tx } from '../platform/database.ts'
import type { Post } from './letter-queries.ts'
import { invitationMessages } from './messages.ts'
import { closedBecause, type Standing, saysNothingNew, seatsMoved, type Words } from './rules.ts'
import { fillFreeSeats } from './seat-commands.ts'

/** An invitation as it stands with its session's row held. */
export interface HeldInvitation extends Standing {
  id: string
  officeId: string
  sessionId: string
  journalistId: string
  outletId: string | null
  linkVersion: number
  revokedAt: string | null
  seatFree: boolean
  status: SessionStatus
  archivedAt: string | null
  rsvpClosesAt: string
  /** The database's clock. */
  now: string
}

/** The session first, then the invitation: the order in which everything that moves seats locks. */
const holdInvitation = {
  name: 'hold_invitation',
  text: `
select i.id, i.office_id as "officeId", i.session_id as "sessionId", i.journalist_id as "journalistId",
       i.outlet_id as "outletId", i.link_version as "linkVersion", i.revoked_at as "revokedAt", i.answer,
       i.holds_seat as "holdsSeat", s.capacity is null or s.seats_taken < s.capacity as "seatFree",
       s.status, s.archived_at as "archivedAt", coalesce(s.rsvp_closes_at, s.starts_at) as "rsvpClosesAt",
       clock_timestamp() as now
  from sessions s join invitations i on i.session_id = s.id and i.office_id = s.office_id
 where i.id = $1
   for no key update of s, i`,
}

/**
 * Takes an invitation and its session for the rest of the transaction, so the answers of one session are
 * given one after another. A conditional UPDATE alone is not enough: one that finds no seat locks nothing,
 * and the guest would begin to wait just when another frees a seat. Undefined outside the own office.
 */
export async function findHeldInvitation(tx: Tx, id: string): Promise<HeldInvitation | undefined> {
  const [held] = await prepared<HeldInvitation>(tx, holdInvitation, [id])
  return held
}

/** Whoever answers: the guest by link, or an officer on the guest's behalf. */
export type AnsweredBy = { kind: 'journalist' } | { kind: 'officer'; userId: string }

/** 409 `closed`, saying why, unless the session takes answers at this moment. */
export function requireOpen(held: HeldInvitation): void {
  const because =
    held.answer === 'substituted' ? 'substituted' : closedBecause(held, new Date(held.now))
  if (because) throw new AppError('closed', { message: invitationMessages[because] })
}

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
    responded_at = now(),
    decline_reason = case when $5 = 'declined' then coalesce($8, i.decline_reason) end
   where i.id = $1 and i.office_id = $2
  returning i.answer
)
insert into responses (office_id, invitation_id, from_answer, to_answer, by_kind, by_user_id, reason, note)
select $2, $1, former.answer, changed.answer, $6, $7, $8, $9 from former, changed
returning $4::int < 0 and exists (
  select from invitations w
   where w.office_id = $2 and w.session_id = $3 and w.answer = 'waitlisted' and w.revoked_at is null
) as "seatForNext"`,
}

/**
 * Records an answer of a held invitation. A full session puts `attending` on the waitlist, where the place
 * held before is kept; a seat given up goes to the first who waits.
 */
export async function recordAnswerOf(
  tx: Tx,
  post: Post,
  {
    held,
    given,
    words,
    by,
  }: { held: HeldInvitation; given: GivenAnswer; words: Words; by: AnsweredBy },
): Promise<void> {
  requireOpen(held)
  if (saysNothingNew(held, given, words)) return
  const seats = seatsMoved(held, given)
  const [recorded] = await prepared<{ seatForNext: boolean }>(tx, recordAnswer, [
    held.id,
    held.officeId,
    held.sessionId,
    seats,
    given,
    by.kind,
    by.kind === 'officer' ? by.userId : null,
    words.reason,
    words.note,
  ])
  if (recorded?.seatForNext) await fillFreeSeats(tx, post, held)
}

const recordWords = {
  name: 'record_words',
  text: `
with changed as (
  update invitations set decline_reason = case when answer = 'declined' then coalesce($3, decline_reason) end
   where id = $1 and office_id = $2
  returning answer
)
insert into responses (office_id, invitation_id, from_answer, to_answer, by_kind, reason, note)
select $2, $1, answer, answer, 'journalist', $3, $4 from changed`,
}

/** Records what a guest adds to the answer given before. */
export async function recordWordsOf(tx: Tx, held: HeldInvitation, words: Words): Promise<void> {
  requireOpen(held)
  await prepared(tx, recordWords, [held.id, held.officeId, words.reason, words.note])
}
