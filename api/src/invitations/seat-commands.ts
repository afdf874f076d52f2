import { prepared, type Tx } from '../platform/database.ts'
import type { Occasion } from '../sessions/rules.ts'
import type { Guests } from '../sessions/session-change-commands.ts'
import type { Post } from './letter-queries.ts'
import { tellGuests } from './tell-commands.ts'

interface OfSession {
  officeId: string
  sessionId: string
}

/** Run with the session's row held, so nobody takes a seat or leaves the queue in between. */
const promoteWaiting = {
  name: 'promote_waiting',
  text: `
with room as (
  select capacity - seats_taken as seats from sessions where id = $2 and office_id = $1
), next as (
  select id from invitations
   where office_id = $1 and session_id = $2 and answer = 'waitlisted' and revoked_at is null
   order by waitlisted_at, id
   limit (select seats from room)
), taken as (
  update sessions set seats_taken = seats_taken + (select count(*) from next)
   where id = $2 and office_id = $1 and exists (select from next)
     and (capacity is null or seats_taken + (select count(*) from next) <= capacity)
  returning id
), promoted as (
  update invitations i set answer = 'attending', holds_seat = true, waitlisted_at = null
    from next where i.id = next.id and i.office_id = $1 and exists (select from taken)
  returning i.id
), history as (
  insert into responses (office_id, invitation_id, from_answer, to_answer, by_kind)
  select $1, id, 'waitlisted', 'attending', 'system' from promoted
)
select p.id from promoted p join next n on n.id = p.id`,
}

/**
 * Gives the free seats to the first who wait, and tells them; so nobody waits while a seat is free.
 * The caller holds the session's row.
 */
export async function fillFreeSeats(tx: Tx, post: Post, session: OfSession): Promise<void> {
  const promoted = await prepared<{ id: string }>(tx, promoteWaiting, [
    session.officeId,
    session.sessionId,
  ])
  await tellGuests(tx, post, { invitationIds: promoted.map(({ id }) => id), about: 'seat' })
}

const resetAnswers = {
  name: 'reset_answers',
  text: `
with counting as (
  select id, answer from invitations
   where office_id = $1 and session_id = $2 and revoked_at is null
     and answer in ('attending', 'maybe', 'waitlisted')
), changed as (
  update invitations i set answer = 'needs_reconfirmation'
    from counting c where i.id = c.id and i.office_id = $1
  returning i.id, c.answer as former
), history as (
  insert into responses (office_id, invitation_id, from_answer, to_answer, by_kind, moved_from)
  select $1, id, former, 'needs_reconfirmation', 'system', $3::jsonb from changed
)
select id from changed order by id`,
}

/**
 * After a move: everybody who counted on the former date, time or place is asked to confirm again. Seats
 * and places in the queue stay; those who declined or are silent are not bothered.
 */
async function askToReconfirm(
  tx: Tx,
  post: Post,
  { officeId, sessionId, before }: OfSession & { before: Occasion },
): Promise<void> {
  const { startsAt, endsAt, timeZone, venue } = before
  const changed = await prepared<{ id: string }>(tx, resetAnswers, [
    officeId,
    sessionId,
    JSON.stringify({ startsAt, endsAt, timeZone, venue }),
  ])
  await tellGuests(tx, post, { invitationIds: changed.map(({ id }) => id), about: 'reschedule' })
}

/** What a changed session means for its guests, for the feature that changes it. */
export const guestsOf = (post: Post): Guests => ({
  askToReconfirm: (tx, moved) => askToReconfirm(tx, post, moved),
  fillFreeSeats: (tx, session) => fillFreeSeats(tx, post, session),
})
