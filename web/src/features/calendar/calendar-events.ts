import type { SessionListItem } from '@ngopi/shared/sessions'
import { wallClockIn } from '../../lib/wall-clock.ts'
import { daysBetween } from './calendar-range.ts'

/** How a session is shown: by its status, or as one that its series no longer names. */
export type CalendarState = SessionListItem['status'] | 'undecided'

export interface CalendarEvent {
  session: SessionListItem
  state: CalendarState
  /** `YYYY-MM-DD` on which it begins, by the clocks of the calendar's zone. */
  day: string
  /** Minutes after that day's midnight. */
  start: number
  /** Minutes after that day's midnight, at most 1440: what goes on past midnight is cut there. */
  end: number
}

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** `HH:MM` of minutes after midnight. */
export const timeAt = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const stateOf = ({ status, offRule }: SessionListItem): CalendarState =>
  offRule === 'undecided' && (status === 'draft' || status === 'published') ? 'undecided' : status

/** Where a session stands in a calendar whose clocks are those of `zone`. */
export const eventOf = (session: SessionListItem, zone: string): CalendarEvent => {
  const [from, to] = [wallClockIn(session.startsAt, zone), wallClockIn(session.endsAt, zone)]
  return {
    session,
    state: stateOf(session),
    day: from.day,
    start: minutesOf(from.time),
    end: Math.min(1440, minutesOf(to.time) + 1440 * daysBetween(from.day, to.day)),
  }
}

/** Events by the day they begin on, earliest first. */
export const eventsByDay = (
  sessions: readonly SessionListItem[],
  zone: string,
): ReadonlyMap<string, CalendarEvent[]> => {
  const byDay = new Map<string, CalendarEvent[]>()
  for (const event of sessions.map((session) => eventOf(session, zone)))
    byDay.set(event.day, [...(byDay.get(event.day) ?? []), event])
  for (const events of byDay.values())
    events.sort(
      (a, b) => a.start - b.start || b.end - a.end || (a.session.id < b.session.id ? -1 : 1),
    )
  return byDay
}

export interface PlacedEvent {
  event: CalendarEvent
  /** 0-based, of `columns` side by side. */
  column: number
  columns: number
}

/** Events of one day, earliest first, side by side where they overlap. */
export const sideBySide = (events: readonly CalendarEvent[]): PlacedEvent[] => {
  const placed: PlacedEvent[] = []
  // Events that overlap, directly or through others, share one width.
  let cluster: PlacedEvent[] = []
  let ends: number[] = []
  for (const event of events) {
    if (ends.length > 0 && ends.every((end) => end <= event.start)) {
      cluster = []
      ends = []
    }
    const free = ends.findIndex((end) => end <= event.start)
    const column = free === -1 ? ends.length : free
    ends[column] = event.end
    const one = { event, column, columns: ends.length }
    cluster.push(one)
    placed.push(one)
    for (const other of cluster) other.columns = ends.length
  }
  return placed
}

/** The usual day of an office; a week shows at least these hours. */
const usualHours = { from: 6, to: 20 }

/** Whole hours a week has to show for all its events. */
export const hoursFor = (events: readonly CalendarEvent[]): { from: number; to: number } => ({
  from: Math.min(usualHours.from, ...events.map(({ start }) => Math.floor(start / 60))),
  to: Math.max(usualHours.to, ...events.map(({ end }) => Math.ceil(end / 60))),
})
