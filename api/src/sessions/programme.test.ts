import { expect, test } from 'vitest'
import { programmeOf } from './programme.ts'

const item = (minutes: number | null, offsetMinutes?: number | null) => ({
  title: 'Bagian',
  speaker: null,
  minutes,
  ...(offsetMinutes !== undefined && { offsetMinutes }),
})

const clocks = (...items: ReturnType<typeof item>[]) =>
  programmeOf(items, '2026-10-28T02:00:00.000Z').map(({ begins }) => begins?.slice(11, 16))

test('parts follow one another from the start of the session', () => {
  expect(clocks(item(15), item(30, null), item(null))).toEqual(['02:00', '02:15', '02:45'])
})

test('a start of its own goes before what is left of the one above, earlier or later', () => {
  expect(clocks(item(15), item(30, 60), item(10), item(5, 0))).toEqual([
    '02:00',
    '03:00',
    '03:30',
    '02:00',
  ])
})

test('after a part of unknown length the clock is not known until one says it', () => {
  expect(clocks(item(null), item(10), item(10), item(20, 45), item(5))).toEqual([
    '02:00',
    undefined,
    undefined,
    '02:45',
    '03:05',
  ])
})

test('a programme may run past midnight', () => {
  expect(clocks(item(60, 1_320), item(10))).toEqual(['00:00', '01:00'])
})
