import { expect, test } from 'vitest'
import { type Answerable, addsSeats, hasMoved, moveEffect } from './rules.ts'

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

const at = (clock: string, day = '29') => `2025-10-${day}T${clock}:00.000Z`
const open: Answerable = {
  ...occasion,
  startsAt: at('02:00'),
  endsAt: at('04:30'),
  rsvpClosesAt: at('02:00', '28'),
}
const whileOpen = at('00:00', '27')
const closed = at('03:00', '28')
const begun = at('02:30')

test.each<[string, Partial<Answerable>, string, Partial<ReturnType<typeof moveEffect>>]>([
  ['nothing', {}, whileOpen, { notifies: false, asksAgain: false }],
  [
    'another room while answers are open',
    { venue: 'Aula 3' },
    whileOpen,
    { notifies: true, asksAgain: true, reopens: false },
  ],
  [
    'another room once they are closed',
    { venue: 'Aula 3' },
    closed,
    { notifies: true, asksAgain: false, reopens: false },
  ],
  [
    'another hour once they are closed',
    { startsAt: at('03:00') },
    closed,
    { notifies: true, asksAgain: false },
  ],
  [
    'another day once they are closed',
    { startsAt: at('02:00', '30'), endsAt: at('04:30', '30') },
    closed,
    { notifies: true, asksAgain: true, reopens: true, otherDay: true },
  ],
  [
    // 00.30 WIB is still the day before in UTC.
    'another day where it takes place, though none in UTC',
    { startsAt: at('17:30'), endsAt: at('19:00') },
    closed,
    { asksAgain: true, otherDay: true },
  ],
  [
    'the same day with a deadline already over',
    { venue: 'Aula 3', rsvpClosesAt: at('00:00', '26') },
    whileOpen,
    { asksAgain: false },
  ],
  [
    'a later end while it runs',
    { endsAt: at('05:00') },
    begun,
    { notifies: false, asksAgain: false },
  ],
  ['another room while it runs', { venue: 'Aula 3' }, begun, { notifies: true, asksAgain: false }],
  [
    'another day once it has begun',
    { startsAt: at('02:00', '30'), endsAt: at('04:30', '30') },
    begun,
    { notifies: true, asksAgain: false },
  ],
  [
    'a start already over',
    { startsAt: at('01:00', '20'), endsAt: at('02:00', '20') },
    whileOpen,
    { notifies: false, asksAgain: false },
  ],
])('what %s means for the guests', (_what, change, now, effect) => {
  expect(moveEffect(open, { ...open, ...change }, now)).toMatchObject(effect)
})
