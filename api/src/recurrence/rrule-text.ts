import type { Bilingual } from '../platform/language.ts'
import { ruleStrings } from './strings.ts'

const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** A recurrence rule that names at most one time a day: that of the series. */
export interface Rule {
  freq: (typeof frequencies)[number]
  interval: number
  count: number | null
  /** As it was written: `20261231`, `20261231T235959` (both of the series' zone) or `20261231T165959Z`. */
  until: string | null
  /** `WE`, `-1WE`. */
  byDay: string[]
  byMonthDay: number[]
  byMonth: number[]
  bySetPos: number[]
  wkst: string | null
}

/** Thrown for a rule that is none, or none a series can follow. */
export class RuleError extends Error {
  constructor(readonly wording: Bilingual) {
    super(wording.en)
  }
}

const fail = (wording: Bilingual): never => {
  throw new RuleError(wording)
}

const mostOccurrences = 1000
const mostInterval = 120

function whole(text: string, from: number, to: number): number {
  const value = /^[+-]?\d{1,4}$/.test(text) ? Number(text) : Number.NaN
  return value >= from && value <= to ? value : fail(ruleStrings.value(text))
}

/** What a list names, each once: a rule that names a day a hundred times names it. */
const listed = <T>(text: string, read: (part: string) => T): T[] => [
  ...new Set(text.split(',').map(read)),
]

/** Numbers counted from either end, so never 0. */
const positions = (text: string, limit: number): number[] =>
  listed(text, (part) => whole(part, -limit, limit) || fail(ruleStrings.value(part)))

const parts: Record<string, (text: string) => Partial<Rule>> = {
  FREQ: (text) => ({
    freq: frequencies.find((known) => known === text) ?? fail(ruleStrings.frequency),
  }),
  INTERVAL: (text) => ({ interval: whole(text, 1, mostInterval) }),
  COUNT: (text) => ({ count: whole(text, 1, mostOccurrences) }),
  UNTIL: (text) => ({ until: isDay(text) ? text : fail(ruleStrings.value(text)) }),
  BYDAY: (text) => ({ byDay: listed(text, weekday) }),
  BYMONTHDAY: (text) => ({ byMonthDay: positions(text, 31) }),
  BYMONTH: (text) => ({ byMonth: listed(text, (part) => whole(part, 1, 12)) }),
  BYSETPOS: (text) => ({ bySetPos: positions(text, 366) }),
  WKST: (text) => ({
    wkst: weekdays.find((d) => d === text) ?? fail(ruleStrings.value(text)),
  }),
}

function isDay(text: string): boolean {
  const [, year, month, day] =
    /^(\d{4})(\d\d)(\d\d)(T([01]\d|2[0-3])[0-5]\d[0-5]\dZ?)?$/.exec(text) ?? []
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return Number(year) >= 1970 && date.getUTCMonth() + 1 === Number(month)
}

function weekday(text: string): string {
  const [, nth = '', day] = /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/.exec(text) ?? []
  return day ? `${nth.replace('+', '')}${day}` : fail(ruleStrings.value(text))
}

/**
 * Reads an RFC 5545 RRULE (3.3.10) without its name. Throws a RuleError that says what is wrong, also where
 * the standard allows it but a series cannot follow: several times a day, days of the year, weeks of the year.
 */
export function parseRule(text: string): Rule {
  const rule: Partial<Rule> = {}
  const seen = new Set<string>()
  for (const part of text.toUpperCase().split(';')) {
    const [, name = '', value = ''] = /^([A-Z-]+)=(.+)$/.exec(part) ?? []
    const read = Object.hasOwn(parts, name) ? parts[name] : undefined
    if (!read || seen.has(name)) return fail(ruleStrings.part(part))
    seen.add(name)
    Object.assign(rule, read(value))
  }
  const { freq } = rule
  if (!freq) return fail(ruleStrings.frequency)
  const whole: Rule = {
    interval: 1,
    count: null,
    until: null,
    byDay: [],
    byMonthDay: [],
    byMonth: [],
    bySetPos: [],
    wkst: null,
    ...rule,
    freq,
  }
  checkTogether(whole)
  return whole
}

/** What RFC 5545 forbids of parts that are right by themselves. */
function checkTogether({ freq, count, until, byDay, byMonthDay, byMonth, bySetPos }: Rule): void {
  if (count !== null && until !== null) fail(ruleStrings.twoEnds)
  if (freq === 'WEEKLY' && byMonthDay.length > 0) fail(ruleStrings.part('BYMONTHDAY'))
  if (byDay.some((day) => day.length > 2) && (freq === 'DAILY' || freq === 'WEEKLY')) {
    fail(ruleStrings.nthWeekday)
  }
  if (bySetPos.length > 0 && byDay.length + byMonthDay.length + byMonth.length === 0) {
    fail(ruleStrings.part('BYSETPOS'))
  }
}

/** The text of a rule, as RFC 5545 writes it. */
export function ruleText(rule: Rule): string {
  const { interval, count, until, byDay, byMonthDay, byMonth, bySetPos, wkst } = rule
  const list = (name: string, items: readonly (string | number)[]) =>
    items.length > 0 && `${name}=${items.join(',')}`
  return [
    `FREQ=${rule.freq}`,
    interval > 1 && `INTERVAL=${interval}`,
    list('BYMONTH', byMonth),
    list('BYMONTHDAY', byMonthDay),
    list('BYDAY', byDay),
    list('BYSETPOS', bySetPos),
    wkst && `WKST=${wkst}`,
    count !== null && `COUNT=${count}`,
    until && `UNTIL=${until}`,
  ]
    .filter(Boolean)
    .join(';')
}
