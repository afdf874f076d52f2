import type { SessionListItem } from '@ngopi/shared/sessions'
import { expect, it } from 'vitest'
import { calendarSession } from '../calendar/calendar-session.testing.ts'
import { exceptionsOf, isUndecided } from './series-exceptions.ts'

const plan = {
  title: 'Ngopi',
  venue: 'Aula',
  startTime: '09:00',
  durationMinutes: 150,
  extraDates: ['2026-12-09'],
}

const session = calendarSession({
  title: 'Ngopi',
  occurrenceDate: '2026-11-25',
  startsAt: '2026-11-25T02:00:00.000Z',
  endsAt: '2026-11-25T04:30:00.000Z',
})

it.each([
  ['is as the series says', {}, []],
  [
    'stays on its day also early in the zone',
    { startsAt: '2026-11-24T17:00:00.000Z', endsAt: '2026-11-24T19:30:00.000Z' },
    ['time'],
  ],
  [
    'moved',
    { startsAt: '2026-11-26T02:00:00.000Z', endsAt: '2026-11-26T04:30:00.000Z' },
    ['moved'],
  ],
  ['is longer', { endsAt: '2026-11-25T05:00:00.000Z' }, ['time']],
  [
    'is elsewhere under another title',
    { venue: 'Pendopo', title: 'Ngopi akhir tahun' },
    ['place', 'title'],
  ],
  ['is off the rule', { offRule: 'undecided' }, ['undecided']],
  ['was kept', { offRule: 'kept' }, ['kept']],
  [
    'was added by hand',
    {
      occurrenceDate: '2026-12-09',
      startsAt: '2026-12-09T02:00:00.000Z',
      endsAt: '2026-12-09T04:30:00.000Z',
    },
    ['added'],
  ],
] as [string, Partial<SessionListItem>, string[]][])('%s', (_, patch, expected) => {
  expect(exceptionsOf({ ...session, ...patch }, plan)).toEqual(expected)
})

it('asks for a decision only on what may still take place', () => {
  expect(isUndecided({ offRule: 'undecided', status: 'published' })).toBe(true)
  expect(isUndecided({ offRule: 'undecided', status: 'cancelled' })).toBe(false)
  expect(isUndecided({ offRule: 'kept', status: 'published' })).toBe(false)
})
