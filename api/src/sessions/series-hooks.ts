import type { Series } from '@ngopi/shared/series'
import type { Db, Tx } from '../platform/database.ts'
import type { LockedSession } from './session-lock-queries.ts'
import type { sessions } from './tables.ts'

type SessionValues = typeof sessions.$inferInsert

/** Where an officer moves a session to; what is absent stays. */
export interface AskedMove {
  startsAt?: string
  timeZone?: string
  rsvpClosesAt?: string | null
}

/** What the series of a session means for it; a later feature knows how. */
export interface SeriesHooks {
  /** The place in the series of a new session on `day`; 400 for a series out of sight. `now`: ISO instant. */
  placeNew(
    tx: Tx,
    session: { officeId: string; seriesId: string; day: string; now: string },
  ): Promise<Pick<SessionValues, 'occurrenceDate' | 'offRule' | 'handEdited'>>
  /** The series of a session in sight, its row locked for the rest of the transaction. */
  lockSeriesOf(tx: Tx, sessionId: string): Promise<Series | undefined>
  /** What else changes with a session of the series that moves. */
  occurrenceTaken(
    tx: Tx,
    moved: { series: Series; before: LockedSession; asked: AskedMove; now: string },
  ): Promise<Partial<Pick<SessionValues, 'occurrenceDate' | 'offRule' | 'rsvpClosesAt'>>>
  /** The deadline that moves along with the start; nothing for a session of no series. */
  deadlineOf(
    db: Db,
    moved: { before: LockedSession; asked: AskedMove },
  ): Promise<{ rsvpClosesAt?: string | null }>
}
