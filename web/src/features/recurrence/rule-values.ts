import { dayIn } from '../../lib/format-time.ts'
import { instantOf } from '../../lib/wall-clock.ts'

/** In the order of the week. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof weekdays)[number]

/** Which of the weekdays of a month; −1 is the last. */
export const ordinals = [1, 2, 3, 4, 5, -1] as const
export type Ordinal = (typeof ordinals)[number]

export const repeats = ['weekly', 'monthlyWeekday', 'monthlyDay', 'other'] as const

/** A recurrence rule as the fields on screen hold it. */
export interface RuleValues {
  /** `other`: a rule these fields cannot show; it is kept as it was written, in `text`. */
  repeat: (typeof repeats)[number]
  interval: number | ''
  /** Of a weekly rule. */
  weekdays: Weekday[]
  /** Of a monthly rule by date; −1 is the last day of the month. */
  monthDay: number | ''
  /** Of a monthly rule by weekday. */
  ordinal: Ordinal
  weekday: Weekday
  ends: 'never' | 'until' | 'count'
  /** The last day, `YYYY-MM-DD`, itself included. */
  until: string
  count: number | ''
  text: string
}

/** What a rule leans on: the first day, and the clocks its last day is told by. */
export interface RuleFrame {
  startsOn: string
  /** `HH:MM` */
  startTime: string
  /** IANA zone of the series. */
  timeZone: string
}

export const weekdayOf = (day: string): Weekday =>
  weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'MO'

/** What a new rule begins with: once a month, on the last weekday of the kind the first day is. */
export const newRule = (startsOn: string): RuleValues => ({
  repeat: 'monthlyWeekday',
  interval: 1,
  weekdays: [weekdayOf(startsOn)],
  monthDay: Number(startsOn.slice(8)),
  ordinal: -1,
  weekday: weekdayOf(startsOn),
  ends: 'never',
  until: '',
  count: 10,
  text: '',
})

const partsOf = (text: string): Map<string, string> | undefined => {
  const parts = new Map<string, string>()
  for (const part of text.trim().toUpperCase().split(';')) {
    const [name = '', value = '', ...more] = part.split('=')
    if (!name || !value || more.length > 0 || parts.has(name)) return undefined
    parts.set(name, value)
  }
  return parts
}

const whole = (text: string | undefined): number | undefined =>
  text !== undefined && /^[+-]?\d{1,4}$/.test(text) ? Number(text) : undefined

const previousDay = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** The last day on which a session may still start; undefined where the end cannot be read. */
const lastDay = (until: string, { startTime, timeZone }: RuleFrame): string | undefined => {
  const [, y, m, d, time, hh, mm, ss, utc] =
    until.match(/^(\d{4})(\d\d)(\d\d)(T(\d\d)(\d\d)(\d\d)(Z?))?$/) ?? []
  if (!y) return undefined
  const day = `${y}-${m}-${d}`
  if (!time) return day
  const at = utc ? `${day}T${hh}:${mm}:${ss}Z` : instantOf({ day, time: `${hh}:${mm}` }, timeZone)
  if (!at || Number.isNaN(Date.parse(at))) return undefined
  const local = dayIn(at, timeZone)
  const start = instantOf({ day: local, time: startTime }, timeZone)
  // An end before that day's start leaves the day out.
  return start && Date.parse(start) > Date.parse(at) ? previousDay(local) : local
}

const weekdayIn = (text: string) => weekdays.find((weekday) => weekday === text)
const ordinalIn = (text: string | undefined) => ordinals.find((known) => known === whole(text))

/** When within its week or month a rule strikes; undefined where the fields cannot say it. */
const whenOf = (parts: Map<string, string>, startsOn: string): Partial<RuleValues> | undefined => {
  const [freq, byDay, byMonthDay] = ['FREQ', 'BYDAY', 'BYMONTHDAY'].map((name) => parts.get(name))
  const position = parts.get('BYSETPOS')
  if (freq === 'WEEKLY') {
    const days = (byDay ?? weekdayOf(startsOn)).split(',').map(weekdayIn)
    const chosen = weekdays.filter((weekday) => days.includes(weekday))
    if (byMonthDay || position || days.includes(undefined)) return undefined
    return { repeat: 'weekly', weekdays: chosen }
  }
  if (freq !== 'MONTHLY') return undefined
  if (byDay) {
    const [, before, name = ''] = byDay.match(/^([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)$/) ?? []
    const weekday = weekdayIn(name)
    const ordinal = ordinalIn(before ?? position)
    if (byMonthDay || !weekday || !ordinal || (before && position)) return undefined
    return { repeat: 'monthlyWeekday', ordinal, weekday }
  }
  const monthDay = whole(byMonthDay ?? startsOn.slice(8))
  if (position || !monthDay || monthDay < -1 || monthDay > 31) return undefined
  return { repeat: 'monthlyDay', monthDay }
}

const known = new Set(['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'BYSETPOS', 'UNTIL', 'COUNT'])

/** Reads an RFC 5545 RRULE (3.3.10) into the fields; what they cannot show comes back as `other`. */
export const readRule = (text: string, frame: RuleFrame): RuleValues => {
  const other: RuleValues = { ...newRule(frame.startsOn), repeat: 'other', text }
  const parts = partsOf(text)
  if (!parts) return other
  const interval = whole(parts.get('INTERVAL') ?? '1')
  // The first day of the week tells only every-other-week rules apart.
  if (interval === 1 || parts.get('WKST') === 'MO') parts.delete('WKST')
  const when = whenOf(parts, frame.startsOn)
  const [until, count] = [parts.get('UNTIL'), parts.get('COUNT')]
  const last = until && lastDay(until, frame)
  const times = whole(count)
  if (
    !when ||
    !interval ||
    [...parts.keys()].some((name) => !known.has(name)) ||
    (until && (!last || count)) ||
    (count && !times)
  )
    return other
  return {
    ...newRule(frame.startsOn),
    ...when,
    interval,
    ...(last ? { ends: 'until', until: last } : {}),
    ...(times ? { ends: 'count', count: times } : {}),
    text,
  }
}

const whenText = (rule: RuleValues): string => {
  switch (rule.repeat) {
    case 'weekly':
      return rule.weekdays.length > 0
        ? `FREQ=WEEKLY;BYDAY=${weekdays.filter((day) => rule.weekdays.includes(day)).join(',')}`
        : ''
    case 'monthlyDay':
      return rule.monthDay === '' ? '' : `FREQ=MONTHLY;BYMONTHDAY=${rule.monthDay}`
    case 'monthlyWeekday':
      return `FREQ=MONTHLY;BYDAY=${rule.ordinal}${rule.weekday}`
    case 'other':
      return rule.text
  }
}

const endText = (rule: RuleValues, { timeZone }: RuleFrame): string | undefined => {
  if (rule.ends === 'never') return ''
  if (rule.ends === 'count') return rule.count === '' ? undefined : `;COUNT=${rule.count}`
  // The last minute of that day, in UTC as the standard wants it beside a zone.
  const end = instantOf({ day: rule.until, time: '23:59' }, timeZone)
  return end && `;UNTIL=${end.slice(0, 19).replace(/[-:]/g, '')}Z`
}

const same = (one: RuleValues, two: RuleValues) =>
  JSON.stringify({ ...one, text: '' }) === JSON.stringify({ ...two, text: '' })

/**
 * The RRULE of the fields; empty while something is missing. Fields that say what the rule they were
 * read from says give that very text back, so that looking at a rule never rewrites it.
 */
export const ruleText = (rule: RuleValues, frame: RuleFrame): string => {
  if (rule.repeat === 'other' || (rule.text && same(readRule(rule.text, frame), rule)))
    return rule.text
  const when = whenText(rule)
  const end = endText(rule, frame)
  if (!when || end === undefined || rule.interval === '') return ''
  return `${when}${rule.interval === 1 ? '' : `;INTERVAL=${rule.interval}`}${end}`
}

/** Whether not every month has such a day, so that "the last" may be meant. */
export const missesMonths = (rule: RuleValues): boolean =>
  rule.repeat === 'monthlyDay'
    ? Number(rule.monthDay) > 28
    : rule.repeat === 'monthlyWeekday' && rule.ordinal === 5

/** The same rule with the last such day of each month. */
export const lastInstead = (rule: RuleValues): RuleValues =>
  rule.repeat === 'monthlyDay' ? { ...rule, monthDay: -1 } : { ...rule, ordinal: -1 }
