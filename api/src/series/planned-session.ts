import type { ReminderOffset } from '@ngopi/shared/reminders'
import type { Timetable } from '../recurrence/series-days.ts'
import type { AgendaItem, sessions } from '../sessions/tables.ts'

/** What the sessions of a series have in common. */
export interface SeriesDetails extends Timetable {
  title: string
  description: string | null
  venue: string
  mapUrl: string | null
  entryNote: string | null
  capacity: number | null
  answerDeadlineMinutes: number | null
  /** Null: those of the office. */
  reminders: ReminderOffset[] | null
  seatsPerOutlet: number | null
  agenda: AgendaItem[]
}

type SessionRow = typeof sessions.$inferSelect

/** A session of a series, with what hangs on it. */
export interface PlannedSession
  extends Pick<
    SessionRow,
    | 'id'
    | 'occurrenceDate'
    | 'startsAt'
    | 'endsAt'
    | 'timeZone'
    | 'title'
    | 'description'
    | 'venue'
    | 'mapUrl'
    | 'entryNote'
    | 'agenda'
    | 'capacity'
    | 'seatsTaken'
    | 'rsvpClosesAt'
    | 'status'
    | 'handEdited'
    | 'offRule'
    | 'archivedAt'
  > {
  /** Not revoked. */
  invited: number
  /** Guests who count on it (attending, maybe, waiting, not confirmed again yet): a move asks each of them. */
  countingOnIt: number
  /** An invitation, even a revoked one, a question, a piece of coverage … refers to it. */
  referredTo: boolean
}

/** The columns of a session a series may set. */
export type SessionChange = Partial<
  Pick<
    SessionRow,
    | 'startsAt'
    | 'endsAt'
    | 'timeZone'
    | 'title'
    | 'description'
    | 'venue'
    | 'mapUrl'
    | 'entryNote'
    | 'agenda'
    | 'capacity'
    | 'rsvpClosesAt'
    | 'offRule'
  >
>

export type NewOccurrence = Required<Omit<SessionChange, 'offRule'>> & { occurrenceDate: string }
