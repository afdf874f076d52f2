import { dayOf, hasClock, instantOf, laterDay, shiftDay } from '../platform/local-days.ts'
import { parseRule, type Rule, ruleText } from './rrule-text.ts'
import { daysBetween } from './rule-days.ts'

/** What decides the days of a series, but for holidays. */
export interface Recurrence {
  /** RFC 5545, without DTSTART. */
  rrule: string
  startsOn: string
  /** `HH:MM` */
  startTime: string
  /** IANA zone in which the rule counts its days. */
  timeZone: string
}

export interface Days {
  /** The first and the last day, both included. */
  from: string
  to: string
}

const compact = (iso: string): string => iso.replace(/[-:]|\.\d+/g, '')

/** `20261231T165959Z` as an ISO instant. */
const instantIn = (text: string): string =>
  text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6.000Z')

/** A day as the end of a rule: its last second in the zone, since RFC 5545 wants UTC beside a zone. */
export const untilDay = (day: string, timeZone: string): string =>
  compact(instantOf(day, '23:59:59', timeZone))

/** An end without a zone is of the series' own; a mere day is wholly included. */
function untilInstant(until: string, timeZone: string): string {
  if (until.endsWith('Z')) return until
  const day = `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`
  const [, h = '23', m = '59', s = '59'] = /T(\d\d)(\d\d)(\d\d)/.exec(until) ?? []
  return compact(instantOf(day, `${h}:${m}:${s}`, timeZone))
}

type Expand = (days: Days) => readonly string[]

/** Days of this year and later are not looked for. */
const lastYear = '2101-01-01'

const known = new Map<string, Expand>()
const mostKnown = 500

/** Expanding is a pure function of four texts, and the same series are asked for again and again. */
function expanderOf(recurrence: Recurrence): Expand {
  const { rrule, startsOn, startTime, timeZone } = recurrence
  const key = `${rrule} ${startsOn} ${startTime} ${timeZone}`
  let expand = known.get(key)
  if (!expand) {
    if (known.size >= mostKnown) known.clear()
    expand = rememberLast(newExpander(recurrence))
    known.set(key, expand)
  }
  return expand
}

/** A plan asks for the same days of a series before and after its change. */
function rememberLast(expand: Expand): Expand {
  let last: Days | undefined
  let days: readonly string[] = []
  return ({ from, to }) => {
    if (last?.from !== from || last.to !== to) {
      days = expand({ from, to })
      last = { from, to }
    }
    return days
  }
}

function newExpander({ rrule, startsOn, startTime, timeZone }: Recurrence): Expand {
  const rule = parseRule(rrule)
  const { count } = rule
  const until = rule.until && instantIn(untilInstant(rule.until, timeZone))
  const lastDay = until && dayOf(until, timeZone)
  const isWithin = (day: string) =>
    until === null || day < (lastDay ?? '') || instantOf(day, startTime, timeZone) <= until
  const endless: Expand = ({ from, to }) => {
    const last = lastDay && lastDay < to ? lastDay : to
    return daysBetween(rule, { startsOn, from, to: last }).filter(
      (day) => isWithin(day) && hasClock(day, startTime, timeZone),
    )
  }
  if (count === null) return endless
  let counted: readonly string[] | undefined
  return ({ from, to }) => {
    counted ??= firstOf(count, startsOn, endless)
    return counted.filter((day) => day >= from && day <= to)
  }
}

/** In windows that grow: most rules have named enough days soon. */
function firstOf(count: number, startsOn: string, expand: Expand): string[] {
  const days: string[] = []
  let months = 3
  for (let from = startsOn; days.length < count && from < lastYear; months *= 2) {
    const next = shiftDay(from, { months })
    days.push(...expand({ from, to: shiftDay(next, { days: -1 }) }))
    from = next
  }
  return days.slice(0, count)
}

/**
 * The days a rule names, in order, each once. A day on which the zone leaves the start time out is none,
 * and is not counted (RFC 5545 3.3.10).
 */
export function daysOfRule(recurrence: Recurrence, { from, to }: Days): readonly string[] {
  if (to < from || to < recurrence.startsOn) return []
  return expanderOf(recurrence)({
    from: laterDay(from, recurrence.startsOn),
    to,
  })
}

/** No rule with a date repeats more seldom: 29 February on a given weekday, each so many years. */
const longestPause = { years: 41 }

/** The first day the rule names, on a given day or later; undefined when there is none any more. */
export function firstDay(recurrence: Recurrence, from: string): string | undefined {
  const start = laterDay(from, recurrence.startsOn)
  for (const { after, until } of [
    { after: { days: 0 }, until: { months: 3 } },
    { after: { months: 3 }, until: longestPause },
  ]) {
    const [first] = daysOfRule(recurrence, {
      from: shiftDay(start, after),
      to: shiftDay(start, until),
    })
    if (first) return first
  }
  return undefined
}

/** Whether a rule can be followed: it names at least one day. */
export const namesADay = (recurrence: Recurrence): boolean =>
  firstDay(recurrence, recurrence.startsOn) !== undefined

/** Both parts of a rule cut before a day; null where a part names no day. */
export interface Halves {
  before: Pick<Recurrence, 'rrule'> | null
  after: Pick<Recurrence, 'rrule' | 'startsOn'> | null
}

/**
 * Cuts a rule before a day: together both halves name the very days the whole did. The second begins on its
 * first own day, so every second week stays every second week; of a number of times each gets its part.
 */
export function cutBefore(recurrence: Recurrence, day: string): Halves {
  const rule = parseRule(recurrence.rrule)
  const startsOn = firstDay(recurrence, day)
  const eve = shiftDay(day, { days: -1 })
  const ahead =
    rule.count === null ? 0 : daysOfRule(recurrence, { from: recurrence.startsOn, to: eve }).length
  const first = firstDay(recurrence, recurrence.startsOn)
  const until = untilDay(eve, recurrence.timeZone)
  // A rule that ends before the day keeps its own end.
  const end: Partial<Rule> = !startsOn ? {} : rule.count === null ? { until } : { count: ahead }
  const rest: Partial<Rule> = rule.count === null ? {} : { count: rule.count - ahead }
  return {
    before: first !== undefined && first < day ? { rrule: ruleText({ ...rule, ...end }) } : null,
    after: startsOn ? { startsOn, rrule: ruleText({ ...rule, ...rest }) } : null,
  }
}

/** A rule that names no day: for a series of which only extra dates are left. */
export const emptyRule = (startsOn: string, timeZone: string): string =>
  `FREQ=MONTHLY;UNTIL=${untilDay(shiftDay(startsOn, { days: -1 }), timeZone)}`
