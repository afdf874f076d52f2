import { describe, expect, it } from 'vitest'
import { daysIn, isDay, ownRangeOf, rangeOf, stepped, titleOf, weeksIn } from './calendar-range.ts'

describe('the range of a view', () => {
  it('fills a month up to whole weeks from Monday', () => {
    expect(rangeOf('bulan', '2026-10-17')).toEqual({ from: '2026-09-28', to: '2026-11-01' })
    expect(ownRangeOf('bulan', '2026-10-17')).toEqual({ from: '2026-10-01', to: '2026-10-31' })
  })

  it('needs no more than four weeks when a February begins on Monday', () => {
    expect(rangeOf('bulan', '2027-02-28')).toEqual({ from: '2027-02-01', to: '2027-02-28' })
    expect(weeksIn(rangeOf('bulan', '2027-02-28'))).toHaveLength(4)
  })

  it('is Monday to Sunday for a week, whichever of its days is asked for', () => {
    const week = { from: '2026-10-26', to: '2026-11-01' }
    expect(daysIn(week).map((day) => rangeOf('pekan', day))).toEqual(Array(7).fill(week))
  })

  it('has every day once, in weeks of seven', () => {
    const range = rangeOf('bulan', '2026-12-31')
    const weeks = weeksIn(range)
    expect(weeks.every((week) => week.length === 7)).toBe(true)
    expect(weeks.flat()).toEqual(daysIn(range))
    expect(new Set(weeks.flat()).size).toBe(weeks.flat().length)
  })
})

it('steps by months from the first day, so that the 31st leads to every month', () => {
  expect(stepped('bulan', '2026-10-31', 1)).toBe('2026-11-01')
  expect(stepped('bulan', '2026-01-31', -1)).toBe('2025-12-01')
  expect(stepped('pekan', '2026-12-30', 1)).toBe('2027-01-06')
})

it('names the period in both languages', () => {
  expect(titleOf('bulan', '2026-10-29', 'id')).toBe('Oktober 2026')
  expect(titleOf('pekan', '2026-10-29', 'id')).toBe('26 Okt – 1 Nov 2026')
  expect(titleOf('pekan', '2026-12-31', 'id')).toBe('28 Des 2026 – 3 Jan 2027')
  expect(titleOf('bulan', '2026-10-29', 'en')).toBe('October 2026')
  expect(titleOf('pekan', '2026-10-29', 'en')).toBe('26 Oct – 1 Nov 2026')
})

it('takes from an address only what is a day', () => {
  expect(['2026-10-29', '2028-02-29'].every(isDay)).toBe(true)
  expect(['', '2026-02-30', '2026-13-01', '29-10-2026', '2026-1-1', 'x'].some(isDay)).toBe(false)
})
