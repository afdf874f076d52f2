import { describe, expect, it } from 'vitest'
import { isDay, readDay } from './read-day.ts'

const today = '2025-11-30'
const read = (typed: string) => readDay(typed, today)

describe('a day as people write it', () => {
  it.each([
    '29/10/25',
    '29/10/2025',
    '29-10-2025',
    '29.10.2025',
    '29 10 25',
    '29 / 10 / 2025',
    '29 Okt 2025',
    '29 okt. 25',
    "29 Oktober '25",
    '29-Okt-2025',
    '29oktober2025',
    '29 oktober',
    '29/10',
    '291025',
    '29102025',
    '20251029',
    '2025-10-29',
    '2025/10/29',
    'Rabu, 29 Oktober 2025',
    'Rab, 29 Okt 2025',
    'Wed 29 Oct 2025',
    'tgl 29 Oktober 2025',
    'October 29, 2025',
    'Oct 29',
    ' 29  Oktober  2025 ',
  ])('reads %j', (typed) => {
    expect(read(typed)).toBe('2025-10-29')
  })

  it('puts the day before the month', () => {
    expect(read('3/2/2026')).toBe('2026-02-03')
    expect(read('030226')).toBe('2026-02-03')
  })

  it('knows the months by three letters and by the spellings of offices', () => {
    const written = ['1 agt 25', '1 Ags 25', '1 agu 25', '1 Nop 25', '1 pebruari 25', '1 mei 25']
    expect(written.map(read)).toEqual([
      '2025-08-01',
      '2025-08-01',
      '2025-08-01',
      '2025-11-01',
      '2025-02-01',
      '2025-05-01',
    ])
  })

  it('reads days told from today', () => {
    expect(['kemarin', 'hari ini', 'Besok', 'lusa'].map(read)).toEqual([
      '2025-11-29',
      '2025-11-30',
      '2025-12-01',
      '2025-12-02',
    ])
  })
})

describe('the year', () => {
  it('is the nearest where none is written', () => {
    expect(read('5 januari')).toBe('2026-01-05')
    expect(readDay('30 des', '2026-01-02')).toBe('2025-12-30')
  })

  it('leans to what is to come, or to what has been', () => {
    expect(readDay('29 okt', today, 'future')).toBe('2026-10-29')
    expect(readDay('30 nov', today, 'future')).toBe(today)
    expect(readDay('5 jan', today, 'past')).toBe('2025-01-05')
  })

  it('of two digits is never far ahead', () => {
    expect(read('1/1/75')).toBe('2075-01-01')
    expect(read('1/1/76')).toBe('1976-01-01')
  })

  it.each(['1 1 2 7 2', '1/1/2', '1/1/202', '1/1/0026', '0026-01-01', '1/1/9999', '1/1/20260'])(
    'is not guessed in %j',
    (typed) => {
      expect(read(typed)).toBeUndefined()
    },
  )
})

it.each([
  '',
  ' ',
  '31/2/2025',
  '29/2/2025',
  '10/29/2025',
  '0/1/25',
  '32',
  '29',
  '2025',
  '29 ma 25',
])('takes nothing that is no day: %j', (typed) => {
  expect(read(typed)).toBeUndefined()
})

it('never throws, whatever is typed', () => {
  const signs = "0123456789 /-.,'abcjnmeiokt\u0000\ud800٣"
  let seed = 7
  const next = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  for (let round = 0; round < 2_000; round += 1) {
    const typed = Array.from({ length: next(14) }, () => signs[next(signs.length)]).join('')
    const day = read(typed)
    expect(day === undefined || isDay(day), typed).toBe(true)
  }
})

it('tells a day of the contract from what only looks like one', () => {
  expect(['2025-10-29', '2024-02-29'].every(isDay)).toBe(true)
  expect(['', '0026-01-01', '2025-02-29', '2025-1-1', '2025-10-29T00:00'].some(isDay)).toBe(false)
})
