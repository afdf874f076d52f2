import { describe, expect, it } from 'vitest'
import { dayAfterKey, slotAfterKey, slotAt } from './calendar-keys.ts'

describe('keys in a month', () => {
  it('go by days and weeks, across months', () => {
    const to = (key: string) => dayAfterKey(key, '2026-10-29')
    expect(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].map(to)).toEqual([
      '2026-10-28',
      '2026-10-30',
      '2026-10-22',
      '2026-11-05',
      '2026-10-26',
      '2026-11-01',
    ])
  })

  it('go to the last day of a month that lacks the 31st', () => {
    expect(dayAfterKey('PageDown', '2026-10-31')).toBe('2026-11-30')
    expect(dayAfterKey('PageUp', '2027-03-31')).toBe('2027-02-28')
    expect(dayAfterKey('PageDown', '2026-12-15')).toBe('2027-01-15')
  })

  it('leave every other key alone', () => {
    expect(['Enter', 'a', 'Tab'].map((key) => dayAfterKey(key, '2026-10-29'))).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('keys in a week', () => {
  const hours = { from: 6, to: 20 }
  const to = (key: string, slot = '2026-10-29T09:00') => slotAfterKey(key, slot, hours)

  it('go by half hours and days', () => {
    expect(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'End', 'PageDown'].map((key) => to(key))).toEqual([
      '2026-10-29T08:30',
      '2026-10-29T09:30',
      '2026-10-28T09:00',
      '2026-11-01T09:00',
      '2026-11-05T09:00',
    ])
  })

  it('stay within the hours shown', () => {
    expect(to('ArrowUp', '2026-10-29T06:00')).toBe('2026-10-29T06:00')
    expect(to('ArrowDown', '2026-10-29T19:30')).toBe('2026-10-29T19:30')
  })

  it('begin at the slot an event lies in', () => {
    expect(slotAt('2026-10-29', 9 * 60 + 45, hours)).toBe('2026-10-29T09:30')
    expect(slotAt('2026-10-29', 0, hours)).toBe('2026-10-29T06:00')
    expect(slotAt('2026-10-29', 1440, hours)).toBe('2026-10-29T19:30')
  })
})
