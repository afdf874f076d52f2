import { knowsOfIt } from '../messaging/whom-queries.ts'
import { type Db, prepared, type Tx } from '../platform/database.ts'
import { notifyGuests } from '../sending/notice-commands.ts'
import type { MovedSession, SessionChangeHooks } from '../sessions/session-change-commands.ts'
import { fillFreeSeats } from './seat-commands.ts'

interface OfSession {
  officeId: string
  sessionId: string
}

/** SQL over `i`: guests of `$1`, `$2` who hear of a move; those who declined only of one to another day. */
const hearOfMove = (otherDay: string) => `
  i.office_id = $1 and i.session_id = $2 and i.revoked_at is null and i.answer <> 'substituted'
     and (i.answer in ('attending', 'maybe', 'waitlisted', 'offered', 'needs_reconfirmation')
          or (i.answer = 'none' or ${otherDay}::boolean) and ${knowsOfIt})`

/**
 * Run with the session's row held. Seats and places in the queue stay; an offer is still to be answered, so it stays one.
 * Who declined said no to one day ($5: it is another).
 */
const recordMove = {
  name: 'record_move',
  text: `
with knowing as (
  select i.id, i.answer from invitations i where ${hearOfMove('$5')}
), asked as (
  update invitations i set answer = 'needs_reconfirmation'
    from knowing k where $4::boolean and i.id = k.id and i.office_id = $1 and k.answer in ('attending', 'maybe', 'waitlisted')
  returning i.id
), history as (
  insert into responses (office_id, invitation_id, from_answer, to_answer, by_kind, moved_from)
  select $1, k.id, k.answer, case when a.id is null then k.answer else 'needs_reconfirmation' end, 'system', $3::jsonb
    from knowing k left join asked a on a.id = k.id
)
select id from knowing order by id`,
}

/** After a move: whoever knew of the former date, time or place hears of the new one, each time. */
async function moved(
  tx: Tx,
  { officeId, sessionId, before, asksAgain, otherDay }: MovedSession,
): Promise<void> {
  const { startsAt, endsAt, timeZone, venue } = before
  const knowing = await prepared<{ id: string }>(tx, recordMove, [
    officeId,
    sessionId,
    JSON.stringify({ startsAt, endsAt, timeZone, venue }),
    asksAgain,
    otherDay,
  ])
  await notifyGuests(tx, {
    sessionId,
    invitationIds: knowing.map(({ id }) => id),
    kind: 'reschedule',
  })
}

const reach = {
  name: 'reach_of_move',
  text: `
select count(*)::int as notified,
       count(*) filter (where $4::boolean and i.answer in ('attending', 'maybe', 'waitlisted', 'needs_reconfirmation'))::int as "toReconfirm"
  from invitations i where ${hearOfMove('$3')}`,
}

async function reachOf(
  db: Db,
  { officeId, sessionId, asksAgain, otherDay }: MovedSession,
): Promise<{ notified: number; toReconfirm: number }> {
  const [counted] = await prepared<{ notified: number; toReconfirm: number }>(db, reach, [
    officeId,
    sessionId,
    otherDay,
    asksAgain,
  ])
  return counted ?? { notified: 0, toReconfirm: 0 }
}

const expecting = {
  name: 'guests_expecting_session',
  text: `
select i.id from invitations i
 where i.office_id = $1 and i.session_id = $2 and i.revoked_at is null
   and i.answer not in ('declined', 'substituted') and ${knowsOfIt}
 order by i.id`,
}

/** After a cancellation: whoever knows of the session and did not decline hears of it. */
async function cancelled(tx: Tx, { officeId, sessionId }: OfSession): Promise<void> {
  const guests = await prepared<{ id: string }>(tx, expecting, [officeId, sessionId])
  await notifyGuests(tx, { sessionId, invitationIds: guests.map(({ id }) => id), kind: 'cancel' })
}

/** What a changed session means for its guests, for the feature that changes it. */
export const sessionGuests: SessionChangeHooks = { moved, reachOf, cancelled, fillFreeSeats }
