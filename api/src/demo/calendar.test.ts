import { expect, test } from 'vitest'
import { meetingDays } from './calendar.ts'

test.each([
  [
    'the last day of a month that is longer than the one three months on',
    '2026-11-30T22:00+07:00',
    '2027-02-24',
  ],
  ['already the next month in Jakarta', '2026-11-30T19:00Z', '2027-02-24'],
  ['the last minutes of a year', '2026-12-31T23:50+07:00', '2027-03-31'],
])('plans the last Wednesdays of three months ahead on %s', (_, now, last) => {
  const days = meetingDays(new Date(now))
  expect(days[0]).toBe('2025-10-29')
  expect(days.at(-1)).toBe(last)
})
