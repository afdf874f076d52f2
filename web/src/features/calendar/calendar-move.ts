import type { SessionListItem } from '@ngopi/shared/sessions'
import { instantOf, type WallClock, wallClockIn } from '../../lib/wall-clock.ts'
import type { CalendarEvent } from './calendar-events.ts'
import { addDays } from './calendar-range.ts'

/** Times that a move gives a session, ISO instants. */
export interface MovedTimes {
  startsAt: string
  endsAt: string
}

/** Drafts and published sessions to come, of the own office: what is over stays where it was. */
export const isMovable = (
  session: Pick<SessionListItem, 'officeId' | 'startsAt' | 'status'>,
  { officeId, now }: { officeId: string; now: number },
): boolean =>
  session.officeId === officeId &&
  (session.status === 'draft' || session.status === 'published') &&
  Date.parse(session.startsAt) > now

/**
 * The same session begun at another day and time of its own zone, as long as before; undefined while
 * either is incomplete.
 */
export const movedTo = (
  session: Pick<SessionListItem, 'startsAt' | 'endsAt' | 'timeZone'>,
  target: WallClock,
): MovedTimes | undefined => {
  const startsAt = instantOf(target, session.timeZone)
  if (!startsAt) return undefined
  const length = Date.parse(session.endsAt) - Date.parse(session.startsAt)
  return { startsAt, endsAt: new Date(Date.parse(startsAt) + length).toISOString() }
}

/**
 * The same session later by days and minutes, as the clocks of its own zone count them: 09.00 stays
 * 09.00 where clocks change in between, and where the calendar shows another zone.
 */
export const movedBy = (
  session: Pick<SessionListItem, 'startsAt' | 'endsAt' | 'timeZone'>,
  by: { days: number; minutes: number },
): MovedTimes | undefined => {
  const { day, time } = wallClockIn(session.startsAt, session.timeZone)
  const minutes = Date.parse(`${day}T${time}:00Z`) / 60_000 + by.minutes
  const [newDay = '', newTime = ''] = new Date(minutes * 60_000).toISOString().split('T')
  return movedTo(session, { day: addDays(newDay, by.days), time: newTime.slice(0, 5) })
}

/**
 * What a PATCH has to say of a move. A deadline of its own keeps its distance from the start; one that
 * is the start moves with it on the server.
 */
export const moveBody = (
  session: Pick<SessionListItem, 'startsAt' | 'rsvpClosesAt' | 'version'>,
  times: MovedTimes,
) => {
  const [start, closes] = [Date.parse(session.startsAt), Date.parse(session.rsvpClosesAt)]
  return {
    version: session.version,
    ...times,
    ...(closes === start
      ? {}
      : { rsvpClosesAt: new Date(closes - start + Date.parse(times.startsAt)).toISOString() }),
  }
}

const snap = 15

/**
 * Minutes by which an event dragged `dragged` minutes moves: to a quarter of an hour, within its day. One
 * dragged sideways keeps its time, also when that is no quarter.
 */
export const snappedMinutes = (
  { start }: Pick<CalendarEvent, 'start'>,
  dragged: number,
): number => {
  if (Math.abs(dragged) < snap / 2) return 0
  const wanted = Math.round((start + dragged) / snap) * snap
  return Math.min(1440 - snap, Math.max(0, wanted)) - start
}
