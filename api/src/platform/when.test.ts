import { expect, test } from 'vitest'
import { hours, longDay } from './when.ts'

const at = '2025-10-29T02:00:00.000Z'
const span = (timeZone: string) => ({ startsAt: at, endsAt: '2025-10-29T04:30:00.000Z', timeZone })

test('a time is written in the zone of the session, whatever the zone of the server', () => {
  expect(hours(span('Asia/Jakarta'), 'id')).toBe('09.00–11.30 WIB')
  expect(hours(span('Asia/Makassar'), 'id')).toBe('10.00–12.30 WITA')
  expect(hours(span('Asia/Jayapura'), 'en')).toBe('11:00–13:30 WIT')
})

test('the day is the one of that zone: it begins at 17.00 UTC in Jakarta', () => {
  const evening = '2025-10-28T17:00:00.000Z'
  expect(longDay({ at: evening, zone: 'Asia/Jakarta' }, 'id')).toBe('Rabu, 29 Oktober 2025')
  expect(longDay({ at: evening, zone: 'UTC' }, 'en')).toBe('Tuesday, 28 October 2025')
})

test('an end on another day names that day', () => {
  expect(hours({ ...span('Asia/Jakarta'), endsAt: '2025-10-29T18:00:00.000Z' }, 'id')).toBe(
    '09.00 WIB – Kamis, 30 Oktober 2025, 01.00 WIB',
  )
})
