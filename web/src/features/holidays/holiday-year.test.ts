import type { Holiday } from '@ngopi/shared/holidays'
import { describe, expect, it } from 'vitest'
import { byMonth, rowsOf, sourcesOf, yearOf } from './holiday-year.ts'

const published = (date: string, name: string): Holiday => ({
  date,
  name,
  kind: 'national',
  estimated: false,
  origin: 'published',
  source: 'SKB contoh',
})

describe('the days of a year', () => {
  const items: Holiday[] = [
    published('2026-01-01', 'Tahun Baru'),
    { ...published('2026-08-18', 'Libur kantor'), origin: 'office', source: null },
    published('2026-12-25', 'Natal'),
  ]
  const officeDays = [
    { date: '2026-08-18', name: 'Libur kantor', kind: 'national' as const },
    { date: '2026-05-01', name: 'Hari Buruh', kind: 'working_day' as const },
  ]

  it('stand in order, each once, with what the office made a working day', () => {
    expect(rowsOf({ items, officeDays }).map((row) => [row.date, row.kind, row.byOffice])).toEqual([
      ['2026-01-01', 'national', false],
      ['2026-05-01', 'working_day', true],
      ['2026-08-18', 'national', true],
      ['2026-12-25', 'national', false],
    ])
  })

  it('stand under their months', () => {
    const months = byMonth(rowsOf({ items: items.slice(0, 1), officeDays }))
    expect(months.map(({ month, rows }) => [month, rows.length])).toEqual([
      ['2026-01', 1],
      ['2026-05', 1],
      ['2026-08', 1],
    ])
  })

  it('name each decree once', () => {
    expect(sourcesOf(items)).toEqual(['SKB contoh'])
  })
})

describe('the year of an address', () => {
  it('is the present one where none is asked for, or none that can be shown', () => {
    expect(yearOf('2027', 2026)).toBe(2027)
    expect(['', 'x', '20', '1999', '2101', '20261'].map((year) => yearOf(year, 2026))).toEqual([
      2026, 2026, 2026, 2026, 2026, 2026,
    ])
  })
})
