import { expect, test } from 'vitest'
import { namedDays, plannedDays, type Timetable } from './series-days.ts'

const wednesdays: Timetable = {
  rrule: 'FREQ=WEEKLY;BYDAY=WE',
  startsOn: '2026-06-03',
  startTime: '09:00',
  timeZone: 'Asia/Jayapura',
  durationMinutes: 90,
  holidayPolicy: 'ask',
  extraDates: [],
  skippedDates: [],
}
const june = { from: '2026-06-01', to: '2026-06-30' }
/** Wednesday to Friday off, then a weekend. */
const daysOff = new Set(['2026-06-17', '2026-06-18', '2026-06-19'])

const startsOf = (series: Timetable) =>
  plannedDays(series, june, daysOff).map(({ time }) => time?.startsAt ?? null)
const at = (day: string) => `2026-06-${day}T00:00:00.000Z`

test('extra dates are added to what the rule names and skipped ones taken out of both', () => {
  const series = {
    ...wednesdays,
    extraDates: ['2026-06-05', '2026-06-10', '2026-06-12'],
    skippedDates: ['2026-06-12', '2026-06-24'],
  }
  expect(namedDays(series, june)).toEqual(['2026-06-03', '2026-06-05', '2026-06-10', '2026-06-17'])
  expect(plannedDays(series, june, daysOff).map(({ extra }) => extra)).toEqual([
    false,
    true,
    false,
    false,
  ])
})

test('a holiday moves nothing, skips, or takes the nearest working day on one side', () => {
  const rest: (string | null)[] = [at('03'), at('10'), at('24')]
  expect(startsOf(wednesdays)).toEqual([at('03'), at('10'), at('17'), at('24')])
  expect(startsOf({ ...wednesdays, holidayPolicy: 'skip' })).toEqual(rest.toSpliced(2, 0, null))
  expect(startsOf({ ...wednesdays, holidayPolicy: 'before' })).toEqual(
    rest.toSpliced(2, 0, at('16')),
  )
  expect(startsOf({ ...wednesdays, holidayPolicy: 'after' })).toEqual(
    rest.toSpliced(2, 0, at('22')),
  )
})

test('no two sessions of a series meet on one day by a holiday', () => {
  const both = { ...wednesdays, rrule: 'FREQ=WEEKLY;BYDAY=MO,WE,TH', startsOn: '2026-06-15' }
  expect(startsOf({ ...both, holidayPolicy: 'after' })).toEqual([
    at('15'),
    null,
    null,
    at('22'),
    at('24'),
    at('25'),
    at('29'),
  ])
  expect(startsOf({ ...both, holidayPolicy: 'before' }).slice(0, 3)).toEqual([
    at('15'),
    at('16'),
    null,
  ])
})
