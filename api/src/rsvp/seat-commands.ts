import { findLockedInvitation, type LockedInvitation } from '../invitations/lock-commands.ts'
import { prepared, type Tx } from '../platform/database.ts'
import { notifyGuests } from '../sending/notice-commands.ts'
import { offerUntil, type SeatPolicy } from './offer-rules.ts'

interface OfSession {
  officeId: string
  sessionId: string
}

const seatPolicy = {
  name: 'seat_policy',
  text: `
select o.seat_policy as policy, o.offer_minutes as "offerMinutes",
       case when o.quiet_from is not null then json_build_object(
         'from', o.quiet_from, 'until', o.quiet_until, 'timeZone', o.time_zone) end as quiet,
       coalesce(s.rsvp_closes_at, s.starts_at) as "rsvpClosesAt",
       s.starts_at <= clock_timestamp() as begun, clock_timestamp() as now
  from sessions s join offices o on o.id = s.office_id
 where s.id = $2 and s.office_id = $1`,
}

/**
 * Run with the session's row held, so nobody takes a seat or leaves the queue in between. With an end ($3) the seat is
 * offered: held, but not yet accepted.
 */
const passOnSeats = {
  name: 'pass_on_seats',
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
), given as (
  update invitations i
     set answer = case when $3::timestamptz is null then 'attending' else 'offered' end,
         holds_seat = true, waitlisted_at = null, offer_expires_at = $3
    from next where i.id = next.id and i.office_id = $1 and exists (select from taken)
  returning i.id, i.answer
), history as (
  insert into responses (office_id, invitation_id, from_answer, to_answer, by_kind)
  select $1, id, 'waitlisted', answer, 'system' from given
)
select g.id from given g join next n on n.id = g.id`,
}

/** Run with the session's row held. */
const takeBackOffers = {
  name: 'take_back_offers',
  text: `
with expired as (
  select i.id from invitations i join sessions s on s.id = i.session_id and s.office_id = i.office_id
   where i.office_id = $1 and i.session_id = $2 and i.answer = 'offered'
     and (s.status = 'done'
          or least(i.offer_expires_at, coalesce(s.rsvp_closes_at, s.starts_at)) <= clock_timestamp())
), freed as (
  update sessions set seats_taken = seats_taken - (select count(*) from expired)
   where id = $2 and office_id = $1 and exists (select from expired)
), changed as (
  update invitations i
     set answer = 'none', holds_seat = false, offer_expires_at = null, crew = '[]', party_size = 1
    from expired where i.id = expired.id and i.office_id = $1
  returning i.id
)
insert into responses (office_id, invitation_id, from_answer, to_answer, by_kind)
select $1, id, 'offered', 'none', 'system' from changed`,
}

/**
 * Passes the free seats on to the first who wait, and tells them: as offers where the office wants it so and there is
 * time, else at once; so nobody waits while a seat is free. Offers that have run out, or whose session was closed, are
 * taken back before. Once the
 * session has begun nothing is passed on. The caller holds the session's row.
 */
export async function fillFreeSeats(tx: Tx, session: OfSession): Promise<void> {
  const { officeId, sessionId } = session
  await prepared(tx, takeBackOffers, [officeId, sessionId])
  const [found] = await prepared<SeatPolicy & { begun: boolean; now: string }>(tx, seatPolicy, [
    officeId,
    sessionId,
  ])
  if (!found || found.begun) return
  const until = offerUntil(found, found.now)
  const given = await prepared<{ id: string }>(tx, passOnSeats, [
    officeId,
    sessionId,
    until ?? null,
  ])
  await notifyGuests(tx, {
    sessionId,
    invitationIds: given.map(({ id }) => id),
    kind: until === undefined ? 'seat' : 'offer',
  })
}

/** The invitation after offers that have run out were passed on, which may have been its own. */
export async function withoutExpiredOffers(
  tx: Tx,
  locked: LockedInvitation,
): Promise<LockedInvitation> {
  if (!locked.expiredOffers) return locked
  await fillFreeSeats(tx, locked)
  return (await findLockedInvitation(tx, locked.id)) ?? locked
}
