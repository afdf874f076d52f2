import { describe, expect, it } from 'vitest'
import { isMovable, moveBody, movedBy, movedTo, snappedMinutes } from './calendar-move.ts'
import { calendarSession } from './calendar-session.testing.ts'

const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const
const session = (timeZone: string, startsAt: string, endsAt: string) =>
  calendarSession({ timeZone, startsAt, endsAt })

describe('moving by days and minutes', () => {
  it('is the same shift in each Indonesian zone', () => {
    for (const zone of zones)
      expect(
        movedBy(session(zone, '2026-10-28T02:00:00Z', '2026-10-28T04:30:00Z'), {
          days: 1,
          minutes: 75,
        }),
      ).toEqual({ startsAt: '2026-10-29T03:15:00.000Z', endsAt: '2026-10-29T05:45:00.000Z' })
  })

  it('goes over midnight and the turn of the year', () => {
    expect(
      movedBy(session('Asia/Jakarta', '2026-12-31T15:00:00Z', '2026-12-31T16:00:00Z'), {
        days: 0,
        minutes: 150,
      }),
    ).toEqual({ startsAt: '2026-12-31T17:30:00.000Z', endsAt: '2026-12-31T18:30:00.000Z' })
  })

  it("keeps the clock of the session's own zone when its clocks change in between", () => {
    // Berlin leaves summer time on 25 October 2026: 10.00 is 08:00Z before and 09:00Z after.
    expect(
      movedBy(session('Europe/Berlin', '2026-10-24T08:00:00Z', '2026-10-24T10:00:00Z'), {
        days: 2,
        minutes: 0,
      }),
    ).toEqual({ startsAt: '2026-10-26T09:00:00.000Z', endsAt: '2026-10-26T11:00:00.000Z' })
  })
})

describe('moving to a day and time', () => {
  it('reads the clock in the zone of the session and keeps its length', () => {
    const starts = zones.map(
      (zone) =>
        movedTo(session(zone, '2026-10-28T02:00:00Z', '2026-10-28T04:30:00Z'), {
          day: '2026-11-02',
          time: '13:00',
        })?.startsAt,
    )
    expect(starts).toEqual([
      '2026-11-02T06:00:00.000Z',
      '2026-11-02T05:00:00.000Z',
      '2026-11-02T04:00:00.000Z',
    ])
  })

  it('is nothing while the day or the time is missing', () => {
    const one = session('Asia/Jakarta', '2026-10-28T02:00:00Z', '2026-10-28T04:30:00Z')
    expect(movedTo(one, { day: '', time: '09:00' })).toBeUndefined()
    expect(movedTo(one, { day: '2026-11-02', time: '' })).toBeUndefined()
  })
})

describe('what a move sends', () => {
  const times = { startsAt: '2026-10-29T03:00:00.000Z', endsAt: '2026-10-29T05:30:00.000Z' }

  it('leaves a deadline at the start to the server', () => {
    expect(moveBody(calendarSession({ version: 7 }), times)).toEqual({ version: 7, ...times })
  })

  it('keeps a deadline of its own as far ahead of the start as it was', () => {
    const closes = calendarSession({ rsvpClosesAt: '2026-10-27T02:00:00.000Z' })
    expect(moveBody(closes, times)).toEqual({
      version: 1,
      ...times,
      rsvpClosesAt: '2026-10-28T03:00:00.000Z',
    })
  })
})

it('moves drafts and published sessions to come, of the own office', () => {
  const officeId = calendarSession({}).officeId
  const now = Date.parse('2026-10-28T01:59:00Z')
  const may = (given: Parameters<typeof calendarSession>[0], at = now) =>
    isMovable(calendarSession(given), { officeId, now: at })
  expect([may({ status: 'draft' }), may({ status: 'published' })]).toEqual([true, true])
  expect([may({ status: 'done' }), may({ status: 'cancelled' })]).toEqual([false, false])
  expect(may({ status: 'published' }, Date.parse('2026-10-28T02:00:00Z'))).toBe(false)
  expect(may({ officeId: '0199d0a0-0000-7000-8000-0000000000bb' })).toBe(false)
})

describe('dragging', () => {
  it('lands on quarters of an hour', () => {
    expect([10, 20, 23, -8].map((by) => snappedMinutes({ start: 540 }, by))).toEqual([
      15, 15, 30, -15,
    ])
  })

  it('keeps an odd time when dragged sideways, and snaps it otherwise', () => {
    expect(snappedMinutes({ start: 550 }, 3)).toBe(0)
    expect(snappedMinutes({ start: 550 }, 20)).toBe(20)
  })

  it('stays within its day', () => {
    expect(snappedMinutes({ start: 540 }, -5000)).toBe(-540)
    expect(snappedMinutes({ start: 540 }, 5000)).toBe(1425 - 540)
  })
})
