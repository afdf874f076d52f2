import { expect, test } from 'vitest'
import { addsSeats, hasMoved } from './rules.ts'

const occasion = {
  startsAt: '2025-10-29T02:00:00.000Z',
  endsAt: '2025-10-29T04:30:00.000Z',
  timeZone: 'Asia/Jakarta',
  venue: 'Aula Lantai 2',
}

test('another date, time, zone or place moves a session', () => {
  expect(hasMoved(occasion, { ...occasion, startsAt: '2025-10-29T02:30:00.000Z' })).toBe(true)
  expect(hasMoved(occasion, { ...occasion, endsAt: '2025-10-29T05:00:00.000Z' })).toBe(true)
  expect(hasMoved(occasion, { ...occasion, timeZone: 'Asia/Makassar' })).toBe(true)
  expect(hasMoved(occasion, { ...occasion, venue: 'Aula Lantai 3' })).toBe(true)
})

test('the same instant written with an offset does not', () => {
  expect(hasMoved(occasion, { ...occasion, startsAt: '2025-10-29T09:00:00+07:00' })).toBe(false)
})

test('only a larger or unlimited capacity adds seats', () => {
  expect([
    addsSeats(30, 31),
    addsSeats(30, null),
    addsSeats(30, 30),
    addsSeats(30, 29),
    addsSeats(null, 30),
    addsSeats(null, null),
  ]).toEqual([true, true, false, false, false, false])
})
