import type { HolidayPolicy } from '@ngopi/shared/series'
import { instantOf, minutesAfter, shiftDay, weekdayOf } from '../platform/local-days.ts'
import { type Days, daysOfRule, type Recurrence } from './recurrence.ts'

/** All that decides when the sessions of a series take place. */
export interface Timetable extends Recurrence {
  durationMinutes: number
  holidayPolicy: HolidayPolicy
  extraDates: readonly string[]
  skippedDates: readonly string[]
}

export interface PlannedDay {
  /** The day the series names. */
  occurrenceDate: string
  /** Null: it falls on a holiday, and the series skips those. */
  time: { startsAt: string; endsAt: string } | null
  movedByHoliday: boolean
  /** Added by hand, not by the rule. */
  extra: boolean
}

/** The days off, as `YYYY-MM-DD`. */
export type DaysOff = ReadonlySet<string>

/** How far a holiday may move a session; beyond it the session is skipped. */
const mostMoved = 31

/** The days whose holidays must be known to plan `days`. */
export const daysToKnow = ({ from, to }: Days): Days => ({
  from: shiftDay(from, { days: -2 * mostMoved }),
  to: shiftDay(to, { days: 2 * mostMoved }),
})

/** The days a series names, by its rule and by hand, without those it leaves out (RFC 5545 3.8.5). */
export const namedDays = (series: Timetable, days: Days): string[] =>
  withOwnDates(series, days, daysOfRule(series, days))

function withOwnDates(
  { extraDates, skippedDates }: Timetable,
  days: Days,
  byRule: readonly string[],
): string[] {
  const extra = extraDates.filter((day) => day >= days.from && day <= days.to)
  const skipped = new Set(skippedDates)
  return [...new Set([...byRule, ...extra])].filter((day) => !skipped.has(day)).sort()
}

export function timeOn(series: Timetable, day: string): { startsAt: string; endsAt: string } {
  const startsAt = instantOf(day, series.startTime, series.timeZone)
  return { startsAt, endsAt: minutesAfter(startsAt, series.durationMinutes) }
}

/**
 * The sessions a series has on the days named in a period. One on a holiday stays (`ask`), is left out, or
 * takes the nearest working day before or after; it is left out, too, where another session of the series
 * has that day already.
 */
export function plannedDays(series: Timetable, days: Days, daysOff: DaysOff): PlannedDay[] {
  const around = {
    from: shiftDay(days.from, { days: -mostMoved }),
    to: shiftDay(days.to, { days: mostMoved }),
  }
  const movable = series.holidayPolicy !== 'ask' && daysOff.size > 0
  const looked = movable ? around : days
  const byRule = daysOfRule(series, looked)
  const ruled = new Set(byRule)
  const named = withOwnDates(series, looked, byRule)
  const taken = new Set(movable ? named.filter((day) => !daysOff.has(day)) : [])
  const planned = named.map((occurrenceDate): PlannedDay => {
    const extra = !ruled.has(occurrenceDate)
    if (!movable || !daysOff.has(occurrenceDate)) {
      return { occurrenceDate, time: timeOn(series, occurrenceDate), movedByHoliday: false, extra }
    }
    const moved = workingDay(occurrenceDate, series.holidayPolicy, daysOff)
    if (!moved || taken.has(moved)) {
      return { occurrenceDate, time: null, movedByHoliday: false, extra }
    }
    taken.add(moved)
    return { occurrenceDate, time: timeOn(series, moved), movedByHoliday: true, extra }
  })
  return planned.filter(({ occurrenceDate: day }) => day >= days.from && day <= days.to)
}

const saturday = 6

function workingDay(holiday: string, policy: HolidayPolicy, daysOff: DaysOff): string | undefined {
  const step = { before: -1, after: 1, ask: 0, skip: 0 }[policy]
  if (step === 0) return undefined
  for (let moved = 1; moved <= mostMoved; moved += 1) {
    const day = shiftDay(holiday, { days: step * moved })
    if (!daysOff.has(day) && weekdayOf(day) < saturday) return day
  }
  return undefined
}
