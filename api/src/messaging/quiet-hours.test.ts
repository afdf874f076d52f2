import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { endOfQuiet } from './quiet-hours.ts'

const night = { from: '20:00', until: '07:00', timeZone: 'Asia/Jakarta' }

/** The instant of a clock in a zone. */
const at = (clock: string, zone: string) =>
  Temporal.PlainDateTime.from(clock).toZonedDateTime(zone).toInstant().toString()

describe('quiet hours', () => {
  it('over midnight end in the morning, whichever side of it one asks', () => {
    expect(endOfQuiet(night, at('2026-11-24T20:00', 'Asia/Jakarta'))).toBe(
      '2026-11-25T00:00:00.000Z',
    )
    expect(endOfQuiet(night, at('2026-11-24T23:59', 'Asia/Jakarta'))).toBe(
      '2026-11-25T00:00:00.000Z',
    )
    expect(endOfQuiet(night, at('2026-11-25T00:00', 'Asia/Jakarta'))).toBe(
      '2026-11-25T00:00:00.000Z',
    )
    expect(endOfQuiet(night, at('2026-11-25T06:59:59', 'Asia/Jakarta'))).toBe(
      '2026-11-25T00:00:00.000Z',
    )
  })

  it('begin at their beginning and end at their end, to the second', () => {
    expect(endOfQuiet(night, at('2026-11-24T19:59:59', 'Asia/Jakarta'))).toBeUndefined()
    expect(endOfQuiet(night, at('2026-11-25T07:00', 'Asia/Jakarta'))).toBeUndefined()
  })

  it('within one day end on that day', () => {
    const noon = { from: '11:30:00', until: '13:00:00', timeZone: 'Asia/Jakarta' }
    expect(endOfQuiet(noon, at('2026-11-27T12:00', 'Asia/Jakarta'))).toBe(
      '2026-11-27T06:00:00.000Z',
    )
    expect(endOfQuiet(noon, at('2026-11-27T11:29', 'Asia/Jakarta'))).toBeUndefined()
    expect(endOfQuiet(noon, at('2026-11-27T23:00', 'Asia/Jakarta'))).toBeUndefined()
  })

  it('are those of the zone of the office: one instant, three clocks', () => {
    // 19.30 WIB, 20.30 WITA, 21.30 WIT.
    const instant = '2026-11-24T12:30:00Z'
    const ends = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'].map((timeZone) =>
      endOfQuiet({ ...night, timeZone }, instant),
    )
    expect(ends).toEqual([undefined, '2026-11-24T23:00:00.000Z', '2026-11-24T22:00:00.000Z'])
  })

  it('follow a clock that is put forward or back', () => {
    const berlin = { ...night, timeZone: 'Europe/Berlin' }
    expect(endOfQuiet(berlin, at('2026-03-28T22:00', 'Europe/Berlin'))).toBe(
      '2026-03-29T05:00:00.000Z',
    )
    expect(endOfQuiet(berlin, at('2026-10-24T22:00', 'Europe/Berlin'))).toBe(
      '2026-10-25T06:00:00.000Z',
    )
    // 02.30 is shown twice that night; asked between the two, the second is the one ahead.
    const twice = { from: '01:00', until: '02:30', timeZone: 'Europe/Berlin' }
    expect(endOfQuiet(twice, '2026-10-25T01:10:00Z')).toBe('2026-10-25T01:30:00.000Z')
  })

  it('are none where an office has none, or where they have no length', () => {
    expect(endOfQuiet(null, '2026-11-24T15:00:00Z')).toBeUndefined()
    expect(
      endOfQuiet({ ...night, until: '20:00' }, at('2026-11-24T20:00', 'Asia/Jakarta')),
    ).toBeUndefined()
  })

  it('always end ahead, within a day and an hour, and not in quiet again', () => {
    const clock = fc
      .integer({ min: 0, max: 1439 })
      .map((minute) =>
        Temporal.PlainTime.from('00:00')
          .add({ minutes: minute })
          .toString({ smallestUnit: 'minute' }),
      )
    const zone = fc.constantFrom(
      'Asia/Jakarta',
      'Asia/Makassar',
      'Asia/Jayapura',
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
    )
    const when = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-12-31') })
    fc.assert(
      fc.property(clock, clock, zone, when, (from, until, timeZone, millisecond) => {
        const asked = new Date(millisecond).toISOString()
        const end = endOfQuiet({ from, until, timeZone }, asked)
        if (end === undefined) return
        const wait = Date.parse(end) - millisecond
        expect(wait).toBeGreaterThan(0)
        expect(wait).toBeLessThanOrEqual(25 * 3_600_000)
        // The clock shows the end there, or what follows it where that clock was left out.
        const shown = Temporal.Instant.from(end).toZonedDateTimeISO(timeZone).toPlainTime()
        const late = shown.since(Temporal.PlainTime.from(until)).total('minutes')
        expect([0, 30, 60]).toContain(late < 0 ? late + 1440 : late)
      }),
      { numRuns: 2_000 },
    )
  })
})
