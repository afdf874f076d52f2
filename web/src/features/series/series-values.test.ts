import { type Series, seriesApi } from '@ngopi/shared/series'
import { describe, expect, it } from 'vitest'
import {
  changesOf,
  emptySeries,
  inUnits,
  lengthOf,
  seriesBodyOf,
  seriesFieldOf,
  seriesValuesOf,
} from './series-values.ts'

const series: Series = {
  id: '019aa8e2-0000-7000-8000-000000000001',
  officeId: '019aa8e2-0000-7000-8000-000000000002',
  title: 'Ngopi Bareng Humas',
  description: null,
  rrule: 'FREQ=MONTHLY;BYDAY=-1WE',
  startsOn: '2025-10-29',
  startTime: '09:00',
  durationMinutes: 150,
  timeZone: 'Asia/Jakarta',
  venue: 'Aula Lantai 2',
  mapUrl: null,
  entryNote: 'Lewat pintu samping',
  capacity: 30,
  reminders: null,
  seatsPerOutlet: null,
  answerDeadlineMinutes: 2880,
  agenda: [{ title: 'Pembukaan', offsetMinutes: null, minutes: 10, speaker: null }],
  holidayPolicy: 'ask',
  extraDates: ['2026-01-07'],
  skippedDates: [],
  previous: null,
  next: null,
  plannedUntil: '2026-04-29',
  version: 3,
  createdAt: '2025-10-01T00:00:00.000Z',
  updatedAt: '2025-10-01T00:00:00.000Z',
  archivedAt: null,
}
const zone = series.timeZone

describe('the fields of a series', () => {
  it('become the very series they were filled from', () => {
    const body = seriesBodyOf(seriesValuesOf(series), zone)
    expect(series).toMatchObject(body)
    expect(changesOf(seriesValuesOf(series), seriesValuesOf(series), zone)).toEqual({})
  })

  it('send only what was changed', () => {
    const opened = seriesValuesOf(series)
    const values = { ...opened, venue: 'Pendopo', closesAmount: 3, closesUnit: 'hours' as const }
    expect(changesOf(values, opened, zone)).toEqual({
      venue: 'Pendopo',
      answerDeadlineMinutes: 180,
    })
  })

  it('send the length, not the end, when only the start moves along', () => {
    const opened = seriesValuesOf(series)
    expect(changesOf({ ...opened, start: '10:00', end: '12:30' }, opened, zone)).toEqual({
      startTime: '10:00',
    })
  })

  it('carry reminders and seats per outlet alone when these alone changed', () => {
    const opened = seriesValuesOf(series)
    const reminders = [{ daysBefore: 1, at: '15:00' }]
    expect(changesOf({ ...opened, reminders, seatsPerOutlet: 3 }, opened, zone)).toEqual({
      reminders,
      seatsPerOutlet: 3,
    })
  })

  it('keep a rule they cannot show', () => {
    const yearly = { ...series, rrule: 'FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=17' }
    const opened = seriesValuesOf(yearly)
    expect(changesOf({ ...opened, title: 'Tujuhbelasan' }, opened, zone)).toEqual({
      title: 'Tujuhbelasan',
    })
    expect(seriesBodyOf(opened, zone).rrule).toBe(yearly.rrule)
  })

  it('begin as something that lacks only a title and a place', () => {
    const body = seriesBodyOf(emptySeries('2026-11-24'), zone)
    const checked = seriesApi.create.schema.body.safeParse(body)
    expect(checked.error?.issues.map((issue) => issue.path.join('.'))).toEqual(['title', 'venue'])
    expect(body.rrule).toBe('FREQ=MONTHLY;BYDAY=-1TU')
  })
})

describe('the length', () => {
  it.each([
    ['09:00', '11:30', 150],
    ['22:00', '01:00', 180],
    ['09:00', '09:00', undefined],
    ['09:00', '', undefined],
    ['', '11:30', undefined],
  ])('from %s to %s: %s', (start, end, minutes) => {
    expect(lengthOf({ start, end })).toBe(minutes)
  })
})

it.each([
  [2880, 2, 'days'],
  [180, 3, 'hours'],
  [90, 90, 'minutes'],
  [0, 0, 'minutes'],
])('%s minutes are %s %s', (minutes, amount, unit) => {
  expect(inUnits(minutes)).toEqual({ amount, unit })
})

it('shows each error at its field', () => {
  expect(
    ['rrule', 'durationMinutes', 'skippedDates.3', 'agenda.0.title'].map(seriesFieldOf),
  ).toEqual(['rule', 'end', 'skippedDates', 'agenda.0.title'])
})
