import { type Db, prepared, type Tx } from '../platform/database.ts'
import type { PlannedSession } from './planned-session.ts'

interface Of {
  officeId: string
  seriesId: string
  now: string
}

/** Of a series: what is to come, and what holds a day from the given one on. */
const concerned = `s.office_id = $1 and s.series_id = $2 and (s.starts_at > $3 or s.occurrence_date >= $4)`

const lockConcerned = {
  name: 'lock_sessions_of_series',
  text: `select s.id from sessions s where ${concerned} order by s.id for update`,
}

/**
 * Takes the sessions a plan may change. Whoever invites, answers or refers to one of them waits, so what is
 * read next is what the plan is carried out on.
 */
export async function lockSessionsOf(tx: Tx, { officeId, seriesId, now }: Of, from: string) {
  await prepared(tx, lockConcerned, [officeId, seriesId, now, from])
}

export const sessionsOfSeries = {
  name: 'sessions_of_series',
  text: `
select s.id, s.occurrence_date as "occurrenceDate", s.starts_at as "startsAt", s.ends_at as "endsAt",
       s.time_zone as "timeZone", s.title, s.description, s.venue, s.map_url as "mapUrl",
       s.entry_note as "entryNote", s.agenda, s.capacity, s.seats_taken as "seatsTaken",
       s.rsvp_closes_at as "rsvpClosesAt", s.status, s.hand_edited as "handEdited", s.off_rule as "offRule",
       s.archived_at as "archivedAt",
       coalesce(i.invited, 0) as invited, coalesce(i.counting, 0) as "countingOnIt",
       i.session_id is not null
         or exists (select from scans t where t.office_id = $1 and t.session_id = s.id)
         or exists (select from attendances t where t.office_id = $1 and t.session_id = s.id)
         or exists (select from questions t where t.office_id = $1 and t.session_id = s.id)
         or exists (select from coverage t where t.office_id = $1 and t.session_id = s.id)
         or exists (select from session_letters t where t.office_id = $1 and t.session_id = s.id)
         or exists (select from reminder_steps t where t.office_id = $1 and t.session_id = s.id)
         or exists (select from segment_uses t where t.office_id = $1 and t.session_id = s.id)
         or exists (select from commitments t where t.office_id = $1 and t.session_id = s.id)
         or exists (select from materials t where t.office_id = $1 and t.session_id = s.id)
         or exists (select from minutes t where t.office_id = $1 and t.session_id = s.id)
         or exists (select from session_closings t where t.office_id = $1 and t.session_id = s.id)
         or exists (select from session_feeds t where t.office_id = $1 and t.session_id = s.id)
         or exists (select from session_events t where t.office_id = $1 and t.session_id = s.id) as "referredTo"
  from sessions s
  left join (select session_id, count(*) filter (where revoked_at is null) as invited,
                    count(*) filter (where revoked_at is null
                                       and answer in ('attending', 'maybe', 'waitlisted', 'needs_reconfirmation')) as counting
               from invitations
              where office_id = $1 and session_id in (select id from sessions s where ${concerned})
              group by session_id) i on i.session_id = s.id
 where ${concerned}
 order by s.starts_at, s.id`,
}

/** The sessions of a series that a plan looks at, with what hangs on them. */
export const sessionsOf = (
  db: Db,
  { officeId, seriesId, now }: Of,
  /** The first day whose sessions matter, though over. */
  from: string,
): Promise<PlannedSession[]> =>
  prepared<PlannedSession>(db, sessionsOfSeries, [officeId, seriesId, now, from])
