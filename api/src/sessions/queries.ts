import type { AnswerCounts } from '@ngopi/shared/invitation-states'
import type { Session } from '@ngopi/shared/sessions'
import { AppError } from '../platform/app-error.ts'
import { type Db, prepared } from '../platform/database.ts'

/** Columns of a session in a list, from `sessions s`, in the shape of its contract but for the counts. */
export const listColumns = `
  s.id, s.office_id as "officeId", s.series_id as "seriesId", s.title, s.starts_at as "startsAt",
  s.ends_at as "endsAt", s.time_zone as "timeZone", s.venue, s.capacity, s.seats_taken as "seatsTaken",
  s.occurrence_date as "occurrenceDate", s.off_rule as "offRule",
  coalesce(s.rsvp_closes_at, s.starts_at) as "rsvpClosesAt", s.status, s.cancel_reason as "cancelReason",
  s.version, s.created_at as "createdAt", s.updated_at as "updatedAt", s.archived_at as "archivedAt"`

const sessionById = {
  name: 'session_by_id',
  text: `select ${listColumns}, s.description, s.map_url as "mapUrl", s.entry_note as "entryNote", s.agenda,
                s.reminders, s.seats_per_outlet as "seatsPerOutlet",
                (select coalesce(sum(i.party_size), 0) from invitations i
                  where i.office_id = s.office_id and i.session_id = s.id and i.holds_seat) as headcount
           from sessions s where s.id = $1`,
}

const countsBySession = {
  name: 'answer_counts',
  text: `select i.session_id as "sessionId", count(*) as invited,
                count(*) filter (where i.answer = 'attending') as attending,
                count(*) filter (where i.answer = 'maybe') as maybe,
                count(*) filter (where i.answer = 'declined') as declined,
                count(*) filter (where i.answer = 'waitlisted') as waitlisted,
                count(*) filter (where i.answer = 'offered') as offered,
                count(*) filter (where i.answer = 'needs_reconfirmation') as "needsReconfirmation",
                count(*) filter (where i.answer = 'none') as silent
           from invitations i
          where i.office_id = any ($1) and i.session_id = any ($2) and i.revoked_at is null
          group by i.session_id`,
}

const nobody: AnswerCounts = {
  invited: 0,
  attending: 0,
  maybe: 0,
  declined: 0,
  waitlisted: 0,
  offered: 0,
  needsReconfirmation: 0,
  silent: 0,
}

/** Adds to each session how its invitations stand, by one grouped query. */
export async function withAnswers<S extends { id: string; officeId: string }>(
  db: Db,
  sessions: S[],
): Promise<(S & { answers: AnswerCounts })[]> {
  if (sessions.length === 0) return []
  const offices = [...new Set(sessions.map((session) => session.officeId))]
  const rows = await prepared<AnswerCounts & { sessionId: string }>(db, countsBySession, [
    offices,
    sessions.map((session) => session.id),
  ])
  const counts = new Map(rows.map(({ sessionId, ...answers }) => [sessionId, answers]))
  return sessions.map((session) => ({ ...session, answers: counts.get(session.id) ?? nobody }))
}

/** A session without what the calendar says of its time. */
export type SessionFacts = Omit<Session, 'warnings'>

/** The session if it is in sight, archived or not. */
export async function findSession(db: Db, id: string): Promise<SessionFacts | undefined> {
  const rows = await prepared<Omit<SessionFacts, 'answers'>>(db, sessionById, [id])
  return (await withAnswers(db, rows))[0]
}

/** The session; 404 out of sight. */
export async function getSession(db: Db, id: string): Promise<SessionFacts> {
  const session = await findSession(db, id)
  if (!session) throw new AppError('not_found')
  return session
}
