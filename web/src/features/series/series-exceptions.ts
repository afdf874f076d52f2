import type { Series } from '@ngopi/shared/series'
import type { SessionListItem } from '@ngopi/shared/sessions'
import { dayIn } from '../../lib/format-time.ts'
import { wallClockIn } from '../../lib/wall-clock.ts'

/** In what a session differs from the series it belongs to, first what matters most. */
export type SeriesException = 'undecided' | 'kept' | 'added' | 'moved' | 'time' | 'place' | 'title'

type Plan = Pick<Series, 'title' | 'venue' | 'startTime' | 'durationMinutes' | 'extraDates'>

/** What a session does otherwise than its series says. */
export const exceptionsOf = (session: SessionListItem, series: Plan): SeriesException[] => {
  const { startsAt, endsAt, timeZone, occurrenceDate } = session
  const minutes = (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000
  const otherTime =
    wallClockIn(startsAt, timeZone).time !== series.startTime || minutes !== series.durationMinutes
  const found: [SeriesException, boolean][] = [
    ['undecided', session.offRule === 'undecided'],
    ['kept', session.offRule === 'kept'],
    ['added', occurrenceDate !== null && series.extraDates.includes(occurrenceDate)],
    ['moved', occurrenceDate !== null && occurrenceDate !== dayIn(startsAt, timeZone)],
    ['time', otherTime],
    ['place', session.venue !== series.venue],
    ['title', session.title !== series.title],
  ]
  return found.filter(([, holds]) => holds).map(([kind]) => kind)
}

/** Whether somebody still has to say what becomes of a session its series no longer names. */
export const isUndecided = (session: Pick<SessionListItem, 'offRule' | 'status'>): boolean =>
  session.offRule === 'undecided' && (session.status === 'draft' || session.status === 'published')
