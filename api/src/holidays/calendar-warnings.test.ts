import type { Holiday } from '@ngopi/shared/holidays'
import { describe, expect, it } from 'vitest'
import { warningsOf } from './calendar-warnings.ts'
import { isRamadan } from './ramadan.ts'

const day = (date: string, name = 'Hari Uji'): Holiday => ({
  date,
  name,
  kind: 'joint_leave',
  estimated: true,
  origin: 'computed',
  source: null,
})

const kindsOf = (startsAt: string, endsAt: string, timeZone = 'Asia/Jakarta') =>
  warningsOf({ startsAt, endsAt, timeZone }, []).map(({ kind }) => kind)

describe('a holiday', () => {
  it('is met on the local day, not on that of UTC', () => {
    // 00.30–02.00 WIT on 17 August is still the 16th in UTC.
    const span = { startsAt: '2026-08-16T15:30:00Z', endsAt: '2026-08-16T17:00:00Z' }
    const holidays = [day('2026-08-17', 'Proklamasi')]
    expect(warningsOf({ ...span, timeZone: 'Asia/Jayapura' }, holidays)).toEqual([
      { kind: 'holiday', holiday: { name: 'Proklamasi', kind: 'joint_leave' }, estimated: true },
    ])
    expect(warningsOf({ ...span, timeZone: 'Asia/Jakarta' }, holidays)).toEqual([])
  })

  it('is met on each day of a longer session, and not on the midnight it ends at', () => {
    const span = { startsAt: '2026-03-18T02:00:00Z', endsAt: '2026-03-19T17:00:00Z' }
    const holidays = [day('2026-03-18', 'a'), day('2026-03-19', 'b'), day('2026-03-20', 'c')]
    const met = warningsOf({ ...span, timeZone: 'Asia/Jakarta' }, holidays)
    expect(met.flatMap(({ holiday }) => holiday?.name ?? [])).toEqual(['a', 'b'])
  })
})

describe('the Friday prayer', () => {
  it.each([
    ['ends as it begins', '2026-10-30T02:00:00Z', '2026-10-30T04:30:00Z', []],
    ['runs a minute into it', '2026-10-30T02:00:00Z', '2026-10-30T04:31:00Z', ['friday_prayer']],
    ['begins as it ends', '2026-10-30T06:00:00Z', '2026-10-30T07:00:00Z', []],
    [
      'begins a minute before its end',
      '2026-10-30T05:59:00Z',
      '2026-10-30T07:00:00Z',
      ['friday_prayer'],
    ],
    ['is on Thursday', '2026-10-29T04:00:00Z', '2026-10-29T06:00:00Z', []],
  ])('is met or not by a session that %s', (_what, startsAt, endsAt, kinds) => {
    expect(kindsOf(startsAt, endsAt)).toEqual(kinds)
  })

  it('goes by the clock of the session', () => {
    expect(kindsOf('2026-10-30T02:30:00Z', '2026-10-30T03:30:00Z', 'Asia/Jayapura')).toEqual([
      'friday_prayer',
    ])
    expect(kindsOf('2026-10-30T02:30:00Z', '2026-10-30T03:30:00Z', 'Asia/Jakarta')).toEqual([])
  })

  it('is met once by a session of many weeks', () => {
    expect(kindsOf('2026-09-01T02:00:00Z', '2036-10-30T03:30:00Z')).toEqual([
      'friday_prayer',
      'ramadan_evening',
    ])
  })
})

describe('an evening in Ramadan', () => {
  it('begins at 17.30 and is an estimate', () => {
    expect(kindsOf('2026-03-05T08:00:00Z', '2026-03-05T10:30:00Z')).toEqual([])
    expect(
      warningsOf(
        {
          startsAt: '2026-03-05T10:00:00Z',
          endsAt: '2026-03-05T12:00:00Z',
          timeZone: 'Asia/Jakarta',
        },
        [],
      ),
    ).toEqual([{ kind: 'ramadan_evening', holiday: null, estimated: true }])
    expect(kindsOf('2026-04-08T10:00:00Z', '2026-04-08T12:00:00Z')).toEqual([])
  })

  it('falls within a day of what Indonesia observed', () => {
    // 1 Ramadan 1446 was 1 March 2025, Idul Fitri 31 March 2025.
    expect(isRamadan('2025-02-27')).toBe(false)
    expect(isRamadan('2025-03-02')).toBe(true)
    expect(isRamadan('2025-03-28')).toBe(true)
    expect(isRamadan('2025-04-01')).toBe(false)
  })
})
