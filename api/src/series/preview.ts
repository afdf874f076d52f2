import { dayOf, laterDay, shiftDay } from '../platform/local-days.ts'
import { daysOfRule } from '../recurrence/recurrence.ts'
import { parseRule, ruleText } from '../recurrence/rrule-text.ts'
import {
  type DaysOff,
  namedDays,
  type PlannedDay,
  plannedDays,
  type Timetable,
} from '../recurrence/series-days.ts'

const datesShown = 12
const monthsLookedAt = 24
/** Where a rule seldom names a day, fewer dates are shown. */
const mostYears = 12

/** The next days a series names from today on, at most twelve. */
export function nextDays(series: Timetable, now: string): string[] {
  const today = dayOf(now, series.timeZone)
  const [earliestExtra] = series.extraDates.filter((day) => day >= today)
  const start =
    [series.startsOn, earliestExtra].filter((day) => day !== undefined).sort()[0] ?? today
  const from = laterDay(start, today)
  for (const window of [{ months: 3 }, { months: 15 }, { years: mostYears }]) {
    const days = namedDays(series, { from, to: shiftDay(from, window) })
    if (days.length >= datesShown) return days.slice(0, datesShown)
    if (window.years) return days
  }
  return []
}

/** When the sessions of given days take place. */
export function datesOf(
  series: Timetable,
  days: readonly string[],
  daysOff: DaysOff,
): PlannedDay[] {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  const wanted = new Set(days)
  return plannedDays(series, { from: first, to: last }, daysOff).filter(({ occurrenceDate }) =>
    wanted.has(occurrenceDate),
  )
}

/**
 * The months (`YYYY-MM`), of 24 from now or the beginning, in which a monthly rule should have a date and
 * has none: the 31st, the fifth weekday. Months between, of a rule of every n months, are none of them.
 */
export function monthsWithout(series: Timetable, now: string): string[] {
  const rule = parseRule(series.rrule)
  if (rule.freq !== 'MONTHLY') return []
  const { startsOn } = series
  const today = dayOf(now, series.timeZone)
  const first = monthOf(laterDay(startsOn, today))
  const last = shiftDay(`${first}-01`, { months: monthsLookedAt - 1 })
  const endless = ruleText({
    ...rule,
    count: null,
    until: null,
    ...(rule.byDay.length + rule.byMonthDay.length === 0 && {
      byMonthDay: [Number(startsOn.slice(8))],
    }),
  })
  const begin = `${monthOf(startsOn)}-01`
  const to = shiftDay(shiftDay(last, { months: 1 }), { days: -1 })
  const named = new Set(
    daysOfRule({ ...series, rrule: endless, startsOn: begin }, { from: `${first}-01`, to }).map(
      monthOf,
    ),
  )
  for (const day of series.extraDates) named.add(monthOf(day))
  const end = (rule.count ?? rule.until) ? monthOf(lastOf(series, to) ?? begin) : monthOf(to)
  return monthsFrom(first, monthsLookedAt).filter(
    (month) => month <= end && !named.has(month) && isInTurn(month, begin, rule),
  )
}

const monthOf = (day: string): string => day.slice(0, 7)

const monthsFrom = (month: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => monthOf(shiftDay(`${month}-01`, { months: i })))

const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))

const isInTurn = (
  month: string,
  begin: string,
  { interval, byMonth }: { interval: number; byMonth: readonly number[] },
): boolean =>
  (monthNumber(month) - monthNumber(begin)) % interval === 0 &&
  (byMonth.length === 0 || byMonth.includes(Number(month.slice(5))))

/** The last day a rule with an end names, as far as one looks. */
const lastOf = (series: Timetable, to: string): string | undefined =>
  daysOfRule(series, { from: series.startsOn, to }).at(-1)
