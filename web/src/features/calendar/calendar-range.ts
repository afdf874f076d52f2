import type { Locale } from '../../i18n.tsx'
import { formatDays, formatMonth } from '../../lib/format-time.ts'
import type { Days } from '../../lib/period.ts'

/** As they stand in the address: `?tampilan=pekan`. */
export const calendarViews = ['bulan', 'pekan'] as const
export type CalendarView = (typeof calendarViews)[number]

const dayMs = 86_400_000
const midnight = (day: string) => Date.parse(`${day}T00:00:00Z`)
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)

/** Whether a text is a day of the calendar, `YYYY-MM-DD`; 30 February is none. */
export const isDay = (text: string): boolean => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? midnight(text) : Number.NaN
  return !Number.isNaN(at) && dayOf(at) === text
}

export const addDays = (day: string, days: number): string => dayOf(midnight(day) + days * dayMs)

/** Whole days from one calendar day to another; negative when the other is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((midnight(to) - midnight(from)) / dayMs)

/** 0 for Monday to 6 for Sunday. */
export const weekdayOf = (day: string): number => (new Date(midnight(day)).getUTCDay() + 6) % 7

const monday = (day: string) => addDays(day, -weekdayOf(day))
const monthStart = (day: string, months = 0) => {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return dayOf(Date.UTC(year, month - 1 + months, 1))
}

/** The days a view of a day shows, both inclusive: whole weeks from Monday to Sunday. */
export const rangeOf = (view: CalendarView, day: string): Days => {
  if (view === 'pekan') return { from: monday(day), to: addDays(monday(day), 6) }
  const last = addDays(monthStart(day, 1), -1)
  return { from: monday(monthStart(day)), to: addDays(monday(last), 6) }
}

/** The days of a month or week itself, without those of its neighbours that fill the weeks. */
export const ownRangeOf = (view: CalendarView, day: string): Days =>
  view === 'pekan'
    ? rangeOf(view, day)
    : { from: monthStart(day), to: addDays(monthStart(day, 1), -1) }

export const daysIn = ({ from, to }: Days): string[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index))

/** The days of a range of whole weeks, week by week. */
export const weeksIn = (range: Days): string[][] => {
  const days = daysIn(range)
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
}

/** A day of the period `steps` periods later: the first of a month, the same weekday of a week. */
export const stepped = (view: CalendarView, day: string, steps: number): string =>
  view === 'pekan' ? addDays(day, 7 * steps) : monthStart(day, steps)

/** "Oktober 2026" or "26 Okt – 1 Nov 2026". */
export const titleOf = (view: CalendarView, day: string, locale: Locale): string => {
  const { from, to } = rangeOf(view, day)
  return view === 'pekan' ? formatDays(from, to, locale) : formatMonth(day, locale)
}
