import { describe, expect, it } from 'vitest'
import { instantOf, laterBy, wallClockIn } from './wall-clock.ts'

describe('instantOf', () => {
  it('takes the offset of the zone, whatever the zone of the machine', () => {
    const nine = { day: '2025-10-29', time: '09:00' }
    expect(instantOf(nine, 'Asia/Jakarta')).toBe('2025-10-29T02:00:00.000Z')
    expect(instantOf(nine, 'Asia/Makassar')).toBe('2025-10-29T01:00:00.000Z')
    expect(instantOf(nine, 'Asia/Jayapura')).toBe('2025-10-29T00:00:00.000Z')
    expect(instantOf(nine, 'Asia/Kathmandu')).toBe('2025-10-29T03:15:00.000Z')
  })

  it('takes the day before in UTC for an early morning', () => {
    expect(instantOf({ day: '2026-01-01', time: '06:30' }, 'Asia/Jakarta')).toBe(
      '2025-12-31T23:30:00.000Z',
    )
  })

  it('takes the offset of that day where clocks change', () => {
    expect(instantOf({ day: '2026-03-29', time: '00:30' }, 'Europe/Berlin')).toBe(
      '2026-03-28T23:30:00.000Z',
    )
    expect(instantOf({ day: '2026-03-29', time: '03:30' }, 'Europe/Berlin')).toBe(
      '2026-03-29T01:30:00.000Z',
    )
  })

  it('waits for both parts', () => {
    expect(instantOf({ day: '', time: '09:00' }, 'Asia/Jakarta')).toBeUndefined()
    expect(instantOf({ day: '2025-10-29', time: '' }, 'Asia/Jakarta')).toBeUndefined()
    expect(instantOf({ day: '', time: '' }, 'Asia/Jakarta')).toBeUndefined()
  })

  it.each(['0002-01-01', '0026-10-29', '9999-12-31', '2025-02-30', '29/10/2025'])(
    'takes %s for no day, and does not throw',
    (day) => {
      expect(instantOf({ day, time: '09:00' }, 'Asia/Jakarta')).toBeUndefined()
    },
  )

  it('is the way back from wallClockIn', () => {
    const at = '2027-08-17T17:05:00.000Z'
    for (const zone of ['Asia/Jakarta', 'Asia/Jayapura', 'America/St_Johns'])
      expect(instantOf(wallClockIn(at, zone), zone)).toBe(at)
  })
})

describe('wallClockIn', () => {
  it("begins Jakarta's day at 17.00 UTC", () => {
    expect(wallClockIn('2025-10-28T17:00:00Z', 'Asia/Jakarta')).toEqual({
      day: '2025-10-29',
      time: '00:00',
    })
  })
})

describe('laterBy', () => {
  it('walks over the hour and over midnight', () => {
    expect(laterBy('09:50', 25)).toBe('10:15')
    expect(laterBy('23:30', 60)).toBe('00:30')
  })
})
