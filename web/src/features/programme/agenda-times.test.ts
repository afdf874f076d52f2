import { describe, expect, it } from 'vitest'
import { agendaTimes, clockAt, minutesBetween, offsetOf } from './agenda-times.ts'

const item = (minutes: number | null, offsetMinutes?: number) => ({ minutes, offsetMinutes })
const begins = (items: Parameters<typeof agendaTimes>[0], length?: number) =>
  agendaTimes(items, length).map((times) => times.begins)
const problems = (items: Parameters<typeof agendaTimes>[0], length?: number) =>
  agendaTimes(items, length).map((times) => times.problem)

describe('when items begin', () => {
  it('is where the one before ends, from the start of the session on', () => {
    expect(begins([item(15), item(30), item(10)])).toEqual([0, 15, 45])
  })

  it('is unknown after an item without a length, until one has a start of its own', () => {
    expect(begins([item(15), item(null), item(10), item(5, 60), item(5)])).toEqual([
      0,
      15,
      undefined,
      60,
      65,
    ])
  })

  it('is unknown at and after a clock that cannot be read', () => {
    expect(begins([item(15), item(10, Number.NaN), item(5)])).toEqual([0, undefined, undefined])
  })

  it('is unknown for what the contract stores as null no less than for what is absent', () => {
    expect(begins([{ offsetMinutes: null, minutes: 20 }, { minutes: 5 }])).toEqual([0, 20])
  })
})

describe('what does not fit', () => {
  it('is nothing where each begins when or after the one above has ended', () => {
    expect(problems([item(15), item(30, 15), item(15, 60)], 75)).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it('is a start before the one above has ended, also where another lies between', () => {
    const times = agendaTimes(
      [item(60, 0), item(5, 60), item(5, 63), item(1, 64), item(5, 66)],
      150,
    )
    expect(times.map((one) => [one.problem, one.aboveEnds])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      ['overlap', 65],
      ['overlap', 68],
      ['overlap', 68],
    ])
  })

  it('is a start before that of the one above', () => {
    expect(problems([item(15, 60), item(15, 30)], 150)).toEqual([undefined, 'beforeAbove'])
  })

  it('is what the end of the session cuts off, and what begins at the end', () => {
    expect(problems([item(90), item(90)], 150)).toEqual([undefined, 'pastEnd'])
    expect(problems([item(150), item(null)], 150)).toEqual([undefined, 'pastEnd'])
    expect(problems([item(90), item(60)], 150)).toEqual([undefined, undefined])
  })

  it('is not the end where the length of the session is not known', () => {
    expect(problems([item(90), item(90)])).toEqual([undefined, undefined])
  })

  it('is a clock before the session, which does not count for those below', () => {
    // 08.30 of a session from 09.00 to 11.30
    expect(problems([item(15, 1410), item(15, 0)], 150)).toEqual(['beforeSession', undefined])
    // 12.30 of the same session is after it
    expect(problems([item(15, 210)], 150)).toEqual(['pastEnd'])
  })
})

describe('clocks', () => {
  it('are minutes after the start, on the next day when earlier', () => {
    expect(offsetOf('09:15', '09:00')).toBe(15)
    expect(offsetOf('00:30', '23:00')).toBe(90)
    expect(offsetOf('08:30', '09:00')).toBe(1410)
    expect(offsetOf('09:15', '')).toBeUndefined()
  })

  it('move with the start', () => {
    expect(clockAt(15, '09:00')).toBe('09:15')
    expect(clockAt(15, '13:50')).toBe('14:05')
    expect(clockAt(undefined, '09:00')).toBeUndefined()
    expect(clockAt(Number.NaN, '09:00')).toBeUndefined()
    expect(clockAt(15, '')).toBeUndefined()
  })

  it('tell the length of a session of one day', () => {
    expect(minutesBetween('09:00', '11:30')).toBe(150)
    expect(minutesBetween('11:30', '09:00')).toBeUndefined()
    expect(minutesBetween('09:00', '')).toBeUndefined()
  })
})
