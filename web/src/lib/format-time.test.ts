import { describe, expect, it } from 'vitest'
import {
  dayIn,
  daysUntil,
  formatDay,
  formatInstant,
  formatMonth,
  formatNumber,
  formatRange,
  formatRelative,
  formatShare,
} from './format-time.ts'

const nine = '2025-10-29T02:00:00.000Z'
const session = { startsAt: nine, endsAt: '2025-10-29T04:30:00.000Z', timeZone: 'Asia/Jakarta' }

describe('instants', () => {
  it('writes the zone of the session, not of the viewer', () => {
    expect(formatInstant(nine, 'Asia/Jakarta', 'id')).toBe('Rab, 29 Okt 2025 · 09.00 WIB')
    expect(formatInstant(nine, 'Asia/Makassar', 'id')).toBe('Rab, 29 Okt 2025 · 10.00 WITA')
    expect(formatInstant(nine, 'Asia/Jayapura', 'id')).toBe('Rab, 29 Okt 2025 · 11.00 WIT')
  })

  it('keeps WIB in English', () => {
    expect(formatInstant(nine, 'Asia/Jakarta', 'en')).toBe('Wed, 29 Oct 2025 · 09:00 WIB')
  })

  it('writes August as Agu and midnight as 00', () => {
    expect(formatInstant('2027-08-16T17:00:00Z', 'Asia/Jakarta', 'id')).toBe(
      'Sel, 17 Agu 2027 · 00.00 WIB',
    )
  })

  it('knows that today in Jakarta begins at 17.00 UTC', () => {
    expect(dayIn('2025-10-28T16:59:59Z', 'Asia/Jakarta')).toBe('2025-10-28')
    expect(dayIn('2025-10-28T17:00:00Z', 'Asia/Jakarta')).toBe('2025-10-29')
  })
})

describe('days and ranges', () => {
  it('writes a calendar day without moving it', () => {
    expect(formatDay('2025-10-29', 'id')).toBe('Rab, 29 Okt 2025')
    expect(formatDay('2025-10-29', 'id', { long: true })).toBe('Rabu, 29 Oktober 2025')
    expect(formatMonth('2025-10', 'id')).toBe('Oktober 2025')
  })

  it('writes a range once', () => {
    expect(formatRange(session, 'id')).toBe('Rab, 29 Okt 2025 · 09.00–11.30 WIB')
    expect(formatRange(session, 'id', { withDay: false })).toBe('09.00–11.30 WIB')
  })

  it('writes both days when it ends on another', () => {
    expect(formatRange({ ...session, endsAt: '2025-10-29T17:30:00Z' }, 'id')).toBe(
      'Rab, 29 Okt 2025 · 09.00 WIB – Kam, 30 Okt 2025 · 00.30 WIB',
    )
  })
})

describe('relative', () => {
  const now = Date.parse('2025-10-29T05:00:00Z')
  const relative = (iso: string) => formatRelative(iso, 'Asia/Jakarta', 'id', now)

  it('counts hours within the day and calendar days beyond', () => {
    expect(relative('2025-10-29T02:00:00Z')).toBe('3 jam yang lalu')
    expect(relative('2025-10-28T16:00:00Z')).toBe('kemarin')
    expect(relative('2025-10-29T17:00:00Z')).toBe('besok')
    expect(relative('2025-10-29T04:59:50Z')).toBe('sekarang')
  })

  it('is silent from a week on', () => {
    expect(relative('2025-11-05T05:00:00Z')).toBeUndefined()
    expect(relative('2025-10-22T05:00:00Z')).toBeUndefined()
    expect(daysUntil('2025-11-26T02:00:00Z', 'Asia/Jakarta', now)).toBe(28)
  })
})

describe('numbers', () => {
  it('writes thousands and shares as Indonesians do', () => {
    expect(formatNumber(1709, 'id')).toBe('1.709')
    expect(formatShare(5, 8, 'id')).toBe('63%')
    expect(formatShare(0, 0, 'id')).toBe('–')
  })
})
