import type { Rule } from './rrule-text.ts'

// Days are counted from 1970, so that years of them cost next to nothing to look through.

const dayMs = 86_400_000
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMs
const textOf = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10)

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
/** 1 January 1970 was a Thursday. */
const weekdayOf = (number: number): number => (((number + 4) % 7) + 7) % 7

interface Day {
  number: number
  year: number
  /** 1 to 12. */
  month: number
  ofMonth: number
  daysInMonth: number
  weekday: number
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const daysIn = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (monthDays[month - 1] ?? 0)

function read(number: number): Day {
  const date = new Date(number * dayMs)
  const year = date.getUTCFullYear()
  const month = date.getUTCMonth() + 1
  return {
    number,
    year,
    month,
    ofMonth: date.getUTCDate(),
    daysInMonth: daysIn(year, month),
    weekday: weekdayOf(number),
  }
}

/** Whether a day is the nth of `length`, counted from either end by sevens. */
const isNth = (nth: number, ordinal: number, length: number): boolean =>
  nth > 0 ? Math.ceil(ordinal / 7) === nth : Math.ceil((length - ordinal + 1) / 7) === -nth

function namesWeekday(entry: string, day: Day, inMonth: boolean): boolean {
  if (entry.slice(-2) !== weekdays[day.weekday]) return false
  const nth = Number(entry.slice(0, -2))
  if (nth === 0) return true
  if (inMonth) return isNth(nth, day.ofMonth, day.daysInMonth)
  const first = Date.UTC(day.year, 0, 1) / dayMs
  const length = Date.UTC(day.year + 1, 0, 1) / dayMs - first
  return isNth(nth, day.number - first + 1, length)
}

/** What the parts of a rule that choose days say of one. */
function chooser(rule: Rule, start: Day): (day: Day) => boolean {
  const { freq, byMonth, byMonthDay } = rule
  const chooses = rule.byDay.length > 0 || byMonthDay.length > 0
  const byDay = freq === 'WEEKLY' && !chooses ? [weekdays[start.weekday] ?? ''] : rule.byDay
  // Where nothing names the day it is that of the start.
  const sameDay = !chooses && (freq === 'MONTHLY' || freq === 'YEARLY')
  const sameMonth = !chooses && freq === 'YEARLY' && byMonth.length === 0
  const inMonth = freq === 'MONTHLY' || byMonth.length > 0
  return (day) =>
    (byMonth.length === 0 || byMonth.includes(day.month)) &&
    (!sameMonth || day.month === start.month) &&
    (!sameDay || day.ofMonth === start.ofMonth) &&
    (byMonthDay.length === 0 ||
      byMonthDay.includes(day.ofMonth) ||
      byMonthDay.includes(day.ofMonth - day.daysInMonth - 1)) &&
    (byDay.length === 0 || byDay.some((entry) => namesWeekday(entry, day, inMonth)))
}

/** Which period of the rule a day lies in: days, weeks, months or years, counted on. */
function periodOf({ freq, wkst }: Rule, { number, year, month }: Day): number {
  if (freq === 'DAILY') return number
  if (freq === 'MONTHLY') return year * 12 + month
  if (freq === 'YEARLY') return year
  const firstWeekday = weekdays.indexOf(wkst ?? 'MO')
  return Math.floor((number + 4 - firstWeekday) / 7)
}

/** The longest period, in days, and so how far to look beyond both ends for whole ones. */
const longest = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 }

/** The days of one period that are taken: all of them, or those at some positions. */
const taken = (days: number[], { bySetPos }: Rule): number[] =>
  bySetPos.length === 0
    ? days
    : days.filter((_, at) => bySetPos.includes(at + 1) || bySetPos.includes(at - days.length))

/**
 * The days from `from` to `to` that a rule names, COUNT and UNTIL aside, in order (RFC 5545 3.3.10). Looks at each day
 * once, whatever the rule says.
 */
export function daysBetween(
  rule: Rule,
  { startsOn, from, to }: { startsOn: string; from: string; to: string },
): string[] {
  const start = read(numberOf(startsOn))
  const first = Math.max(numberOf(from), start.number)
  const last = numberOf(to)
  const chooses = chooser(rule, start)
  const begin = periodOf(rule, start)
  const margin = rule.bySetPos.length > 0 ? longest[rule.freq] : 0
  const found: number[] = []
  let period = Number.NaN
  let days: number[] = []
  for (let number = first - margin; number <= last + margin; number += 1) {
    const day = read(number)
    const its = periodOf(rule, day)
    if (its !== period) {
      found.push(...taken(days, rule))
      period = its
      days = []
    }
    if ((its - begin) % rule.interval === 0 && chooses(day)) days.push(number)
  }
  found.push(...taken(days, rule))
  return found.filter((number) => number >= first && number <= last).map(textOf)
}
