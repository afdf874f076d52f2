import type { Holiday } from '@ngopi/shared/holidays'
import type { SessionListItem } from '@ngopi/shared/sessions'
import type { CalendarEvent } from './calendar-events.ts'

/** What the month, the week and the list of a phone are told alike. */
export interface CalendarGridProps {
  /** A day of the period shown, `YYYY-MM-DD`. */
  day: string
  /** Today in the office's zone, whose clocks the calendar shows. */
  today: string
  zone: string
  byDay: ReadonlyMap<string, readonly CalendarEvent[]>
  holidays: ReadonlyMap<string, readonly Holiday[]>
  /** Where a move that is not done yet would put its session. */
  ghost: CalendarEvent | undefined
  /** Opens the dialog of a move; undefined for a session that stays where it is. */
  moverOf: (session: SessionListItem) => (() => void) | undefined
  /** Plans a session at a day and time; undefined for who may not. */
  onNew: ((at: { day: string; time: string }) => void) | undefined
  /** Shows the period of a day that is not on screen. */
  onShow: (day: string) => void
  /** Shows the week of a day. */
  onWeek: (day: string) => void
}
