import { expect, test } from 'vitest'
import { parseRule } from './rrule-text.ts'
import { daysBetween } from './rule-days.ts'

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1).join(',')
const weekdays = 'MO,TU,WE,TH,FR,SA,SU'

/** Rules that made a machine work for seconds, with what a century of days costs at most. */
test.each([
  `FREQ=DAILY;BYMONTHDAY=${Array(150).fill(1).join(',')}`,
  `FREQ=WEEKLY;BYDAY=${weekdays};BYSETPOS=366`,
  `FREQ=YEARLY;BYDAY=${weekdays};BYSETPOS=${numbers(110)}`,
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
  `FREQ=MONTHLY;BYMONTHDAY=${numbers(31)};BYDAY=${weekdays}`,
])('%s looks at each day once', (rrule) => {
  const before = process.cpuUsage()
  daysBetween(parseRule(rrule), { startsOn: '2000-01-01', from: '2000-01-01', to: '2100-12-31' })
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(600)
})

const named = (rrule: string, startsOn: string, to: string) =>
  daysBetween(parseRule(rrule), { startsOn, from: startsOn, to })

test('days of a year, of a month and of a week are counted from either end', () => {
  expect(named('FREQ=YEARLY;BYDAY=1MO,-1SU', '2026-01-01', '2026-12-31')).toEqual([
    '2026-01-05',
    '2026-12-27',
  ])
  expect(named('FREQ=YEARLY;BYMONTH=10;BYDAY=-1WE', '2025-01-01', '2026-12-31')).toEqual([
    '2025-10-29',
    '2026-10-28',
  ])
  expect(named('FREQ=MONTHLY;BYMONTHDAY=-1', '2028-01-31', '2028-03-31')).toEqual([
    '2028-01-31',
    '2028-02-29',
    '2028-03-31',
  ])
  expect(named('FREQ=YEARLY', '2024-02-29', '2032-12-31')).toEqual([
    '2024-02-29',
    '2028-02-29',
    '2032-02-29',
  ])
  expect(named('FREQ=WEEKLY;BYDAY=MO,FR;BYSETPOS=-1', '2026-12-01', '2026-12-15')).toEqual([
    '2026-12-04',
    '2026-12-11',
  ])
})
