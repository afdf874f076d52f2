import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { howMany } from '../../test/how-many.ts'
import { instantOf, shiftDay } from '../platform/local-days.ts'
import { cutBefore, daysOfRule, namesADay, type Recurrence } from './recurrence.ts'
import { timeOn } from './series-days.ts'

// The dates of a rule against ical.js, which expands rules by code of its own.

const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'Europe/Amsterdam']
const runs = howMany(2_000, 10_000)

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const list = <T>(item: fc.Arbitrary<T>, maxLength = 3) =>
  fc.uniqueArray(item, { minLength: 1, maxLength }).map((items) => items.join(','))

const weekly = fc.record({
  freq: fc.constant('WEEKLY'),
  byDay: fc.option(list(fc.constantFrom(...weekdays), 4)),
  wkst: fc.option(fc.constantFrom('MO', 'SU')),
})
const monthDay = fc.oneof(fc.integer({ min: 1, max: 31 }), fc.integer({ min: -5, max: -1 }))
const nthWeekday = (...nths: number[]) =>
  fc
    .tuple(fc.constantFrom(...nths), fc.constantFrom(...weekdays))
    .map(([nth, day]) => `${nth}${day}`)
const monthly = fc.oneof(
  fc.record({ freq: fc.constant('MONTHLY'), byMonthDay: list(monthDay) }),
  fc.record({ freq: fc.constant('MONTHLY'), byDay: nthWeekday(1, 2, 3, 4, 5, -1, -2, -5) }),
  // ical.js 2.2.1 calls two fifth weekdays malformed when the first month has neither.
  fc.record({ freq: fc.constant('MONTHLY'), byDay: list(nthWeekday(1, 2, 3, 4, -1, -2), 2) }),
  fc.record({
    freq: fc.constant('MONTHLY'),
    byDay: list(fc.constantFrom(...weekdays), 5),
    bySetPos: list(fc.constantFrom(1, 2, -1), 1),
  }),
)
const base: fc.Arbitrary<{
  freq: string
  byDay?: string | null
  byMonthDay?: string | null
  bySetPos?: string | null
  wkst?: string | null
}> = fc.oneof(weekly, monthly, fc.record({ freq: fc.constant('DAILY') }))

const day = fc
  .tuple(
    fc.integer({ min: 2024, max: 2028 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)

// Clocks that a change to summer time leaves out are looked at by themselves below.
const clock = fc
  .tuple(fc.constantFrom(0, 1, 4, 7, 9, 13, 19, 23), fc.constantFrom('00', '05', '30'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`)

const end = fc.oneof(
  fc.constant(() => ''),
  fc.integer({ min: 1, max: 40 }).map((count) => () => `;COUNT=${count}`),
  fc.tuple(fc.integer({ min: 0, max: 500 }), fc.boolean()).map(([after, plain]) => {
    return (startsOn: string) => {
      const last = shiftDay(startsOn, { days: after }).replaceAll('-', '')
      return plain ? `;UNTIL=${last}` : `;UNTIL=${last}T235959`
    }
  }),
)

const recurrence: fc.Arbitrary<Recurrence> = fc
  .record({
    base,
    interval: fc.integer({ min: 1, max: 4 }),
    end,
    startsOn: day,
    startTime: clock,
    timeZone: fc.constantFrom(...zones),
  })
  .map(({ base: { freq, byDay, byMonthDay, bySetPos, wkst }, interval, end, ...when }) => ({
    rrule: [
      `FREQ=${freq}`,
      interval > 1 ? `;INTERVAL=${interval}` : '',
      byDay ? `;BYDAY=${byDay}` : '',
      byMonthDay ? `;BYMONTHDAY=${byMonthDay}` : '',
      bySetPos ? `;BYSETPOS=${bySetPos}` : '',
      wkst ? `;WKST=${wkst}` : '',
      end(when.startsOn),
    ].join(''),
    ...when,
  }))

function* byIcal(rule: string, startsOn: string, startTime: string): Generator<string> {
  const begin = ICAL.Time.fromDateTimeString(`${startsOn}T${startTime}:00`)
  const iterator = ICAL.Recur.fromString(rule).iterator(begin)
  for (let next = iterator.next(); next; next = iterator.next()) yield next.toString().slice(0, 10)
}

const upTo = (days: Iterable<string>, to: string): string[] => {
  const found: string[] = []
  for (const one of days) {
    if (one > to) break
    found.push(one)
  }
  return found
}

/** What ical.js makes of a rule up to a day. A mere day as its end is wholly included. */
function expectedDays({ rrule, startsOn, startTime }: Recurrence, to: string): string[] {
  const position = /;BYSETPOS=(-?\d+)/.exec(rrule)
  if (!position) {
    return upTo(byIcal(rrule.replace(/(UNTIL=\d{8})$/, '$1T235959'), startsOn, startTime), to)
  }
  // ical.js 2.2.1 begins a rule with BYSETPOS on a wrong day, so the position is found here by month.
  const plain = rrule.replace(/;(BYSETPOS|COUNT|UNTIL)=[^;]+/g, '')
  const last = shiftDay(to, { months: 1 })
  const nth = Number(position[1])
  const days = upTo(byIcal(plain, `${startsOn.slice(0, 7)}-01`, startTime), last)
  const chosen = [...new Set(days.map((one) => one.slice(0, 7)))]
    .flatMap(
      (month) => days.filter((one) => one.startsWith(month)).at(nth < 0 ? nth : nth - 1) ?? [],
    )
    .filter((one) => one >= startsOn)
  const [, count] = /COUNT=(\d+)/.exec(rrule) ?? []
  const [, end = '99999999'] = /UNTIL=(\d{8})/.exec(rrule) ?? []
  return chosen
    .slice(0, Number(count ?? 1000))
    .filter((one) => one <= to && one.replaceAll('-', '') <= end)
}

test('names the days that ical.js names, at the same instants, in every zone', () => {
  fc.assert(
    fc.property(recurrence, (given) => {
      const to = shiftDay(given.startsOn, { months: 13 })
      const expected = expectedDays(given, to)
      const days = daysOfRule(given, { from: given.startsOn, to })
      if (days.join() !== expected.join()) expect(days).toEqual(expected)
      for (let i = 0; i < days.length; i += 5) {
        const one = days[i] ?? ''
        const at = timeOn({ ...given, durationMinutes: 60, ...nothing }, one).startsAt
        if (at !== offsetInstant(one, given)) expect(at).toBe(offsetInstant(one, given))
      }
    }),
    { numRuns: runs },
  )
})

const nothing = { holidayPolicy: 'ask' as const, extraDates: [], skippedDates: [] }

/** The instant by the offset that Intl knows, found without Temporal. */
function offsetInstant(one: string, { startTime, timeZone }: Recurrence): string {
  const local = Date.parse(`${one}T${startTime}:00Z`)
  const guess = local - offsetAt(local, timeZone)
  return new Date(local - offsetAt(guess, timeZone)).toISOString()
}

const formats = new Map(
  zones.map((zone) => [
    zone,
    new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }),
  ]),
)
function offsetAt(at: number, zone: string): number {
  const [, sign, hours, minutes] =
    /GMT([+-])(\d\d):(\d\d)/.exec(formats.get(zone)?.format(at) ?? '') ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000
}

test('a window shows what the whole shows of it', () => {
  fc.assert(
    fc.property(recurrence, fc.nat(400), fc.nat(200), (given, after, length) => {
      const whole = { from: given.startsOn, to: shiftDay(given.startsOn, { months: 20 }) }
      const from = shiftDay(given.startsOn, { days: after - 50 })
      const to = shiftDay(from, { days: length })
      expect(daysOfRule(given, { from, to })).toEqual(
        daysOfRule(given, whole).filter((one) => one >= from && one <= to),
      )
    }),
    { numRuns: howMany(150, 500) },
  )
})

test('both halves of a rule cut in two name together what the whole named', () => {
  fc.assert(
    fc.property(recurrence, fc.nat(500), (given, after) => {
      const whole = { from: given.startsOn, to: shiftDay(given.startsOn, { months: 24 }) }
      const days = daysOfRule(given, whole)
      const at = shiftDay(given.startsOn, { days: after })
      const { before, after: rest } = cutBefore(given, at)
      const first = before ? daysOfRule({ ...given, ...before }, whole) : []
      const second = rest ? daysOfRule({ ...given, ...rest }, whole) : []
      expect(first).toEqual(days.filter((one) => one < at))
      expect(second).toEqual(days.filter((one) => one >= at))
    }),
    { numRuns: howMany(150, 500) },
  )
})

test('a clock that summer time leaves out is no date and is not counted', () => {
  const given = {
    rrule: 'FREQ=DAILY;COUNT=3',
    startsOn: '2026-03-28',
    startTime: '02:30',
    timeZone: 'Europe/Amsterdam',
  }
  expect(daysOfRule(given, { from: '2026-03-01', to: '2026-04-30' })).toEqual([
    '2026-03-28',
    '2026-03-30',
    '2026-03-31',
  ])
  expect(instantOf('2026-03-29', '02:30', 'Europe/Amsterdam')).toBe('2026-03-29T01:30:00.000Z')
})

test('a rule that names no day is known as such, soon', () => {
  const of = (rrule: string) =>
    namesADay({ rrule, startsOn: '2026-01-01', startTime: '09:00', timeZone: 'Asia/Jakarta' })
  expect(of('FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30')).toBe(false)
  expect(of('FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31')).toBe(false)
  expect(of('FREQ=WEEKLY;UNTIL=20250101')).toBe(false)
  expect(of('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=WE')).toBe(true)
  expect(of('FREQ=WEEKLY;UNTIL=20260101')).toBe(true)
})
