import { describe, expect, it } from 'vitest'
import { seriesSentence } from './rule-words.ts'

const said = (rrule: string, locale: 'id' | 'en', frame: object = {}) =>
  seriesSentence(
    {
      rrule,
      startsOn: '2025-10-29',
      startTime: '09:00',
      durationMinutes: 150,
      timeZone: 'Asia/Jakarta',
      ...frame,
    },
    locale,
  )

describe('a rule in words', () => {
  it.each([
    [
      'FREQ=MONTHLY;BYDAY=-1WE',
      'Setiap Rabu terakhir tiap bulan, 09.00–11.30 WIB',
      'On the last Wednesday of every month, 09:00–11:30 WIB',
    ],
    [
      'FREQ=MONTHLY;BYDAY=2FR;INTERVAL=3',
      'Setiap 3 bulan, Jumat kedua, 09.00–11.30 WIB',
      'Every 3 months on the second Friday, 09:00–11:30 WIB',
    ],
    [
      'FREQ=WEEKLY;BYDAY=MO,WE,FR',
      'Setiap Senin, Rabu, dan Jumat, 09.00–11.30 WIB',
      'Every Monday, Wednesday and Friday, 09:00–11:30 WIB',
    ],
    [
      'FREQ=WEEKLY;BYDAY=TU,TH;INTERVAL=2',
      'Setiap 2 minggu, hari Selasa dan Kamis, 09.00–11.30 WIB',
      'Every 2 weeks on Tuesday and Thursday, 09:00–11:30 WIB',
    ],
    [
      'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU',
      'Setiap hari, 09.00–11.30 WIB',
      'Every day, 09:00–11:30 WIB',
    ],
    [
      'FREQ=MONTHLY;BYMONTHDAY=15',
      'Setiap tanggal 15, 09.00–11.30 WIB',
      'On day 15 of every month, 09:00–11:30 WIB',
    ],
    [
      'FREQ=MONTHLY;BYMONTHDAY=15;INTERVAL=2',
      'Setiap 2 bulan, tanggal 15, 09.00–11.30 WIB',
      'Every 2 months on day 15, 09:00–11:30 WIB',
    ],
    [
      'FREQ=MONTHLY;BYMONTHDAY=-1',
      'Hari terakhir tiap bulan, 09.00–11.30 WIB',
      'On the last day of every month, 09:00–11:30 WIB',
    ],
    [
      'FREQ=MONTHLY;BYDAY=5SA;COUNT=10',
      'Setiap Sabtu kelima tiap bulan, 09.00–11.30 WIB, 10 kali',
      'On the fifth Saturday of every month, 09:00–11:30 WIB, 10 times',
    ],
    [
      'FREQ=WEEKLY;BYDAY=SU;UNTIL=20261231T165959Z',
      'Setiap Minggu, 09.00–11.30 WIB, sampai Kam, 31 Des 2026',
      'Every Sunday, 09:00–11:30 WIB, until Thu, 31 Dec 2026',
    ],
    [
      'FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=17',
      'Aturan tersendiri, 09.00–11.30 WIB',
      'A rule of its own, 09:00–11:30 WIB',
    ],
  ])('%s', (rrule, id, en) => {
    expect(said(rrule, 'id')).toBe(id)
    expect(said(rrule, 'en')).toBe(en)
  })

  it('names the zone of the series', () => {
    const rrule = 'FREQ=WEEKLY;BYDAY=MO'
    expect(said(rrule, 'id', { timeZone: 'Asia/Makassar' })).toBe('Setiap Senin, 09.00–11.30 WITA')
    expect(said(rrule, 'id', { timeZone: 'Asia/Jayapura' })).toBe('Setiap Senin, 09.00–11.30 WIT')
  })
})
