import { describe, expect, it } from 'vitest'
import { dueSteps, type Plan, stepsOf } from './step-rules.ts'

const night = { from: '20:00', until: '07:00', timeZone: 'Asia/Jakarta' }

/** Wednesday 25 November 2026, 09.00 WIB; reminders three days, one day and on the day before. */
const plan: Plan = {
  startsAt: '2026-11-25T02:00:00.000Z',
  timeZone: 'Asia/Jakarta',
  status: 'published',
  archivedAt: null,
  offsets: [
    { daysBefore: 0, at: '07:00' },
    { daysBefore: 3, at: '09:00' },
    { daysBefore: 1, at: '09:00' },
  ],
  since: '2026-11-01T00:00:00.000Z',
  quiet: night,
  decisions: [],
}

const states = (given: Partial<Plan>, now: string) =>
  Object.fromEntries(stepsOf({ ...plan, ...given }, now).map(({ step, state }) => [step, state]))
const due = (given: Partial<Plan>, now: string) =>
  dueSteps({ ...plan, ...given }, now).map(({ step }) => step)

const early = '2026-11-20T00:00:00Z'
const h3 = '2026-11-22T02:00:00Z'

describe('the steps of a session', () => {
  it('stand in the order they go, by the clock of where it takes place', () => {
    expect(stepsOf(plan, early).map(({ step, dueAt }) => [step, dueAt])).toEqual([
      ['3-0900', '2026-11-22T02:00:00.000Z'],
      ['1-0900', '2026-11-24T02:00:00.000Z'],
      ['0-0700', '2026-11-25T00:00:00.000Z'],
    ])
    const [first] = stepsOf({ ...plan, timeZone: 'Asia/Jayapura' }, early)
    expect(first?.dueAt).toBe('2026-11-22T00:00:00.000Z')
  })

  it('count days of the calendar where the clock changes between', () => {
    const berlin = {
      ...plan,
      timeZone: 'Europe/Berlin',
      startsAt: '2026-10-26T09:00:00.000Z',
      quiet: null,
    }
    expect(stepsOf(berlin, early)[0]?.dueAt).toBe('2026-10-23T07:00:00.000Z')
    expect(stepsOf(berlin, early)[1]?.dueAt).toBe('2026-10-25T08:00:00.000Z')
  })

  it('wait for the end of the quiet hours of the office', () => {
    const offsets = [{ daysBefore: 1, at: '21:00' }]
    const [step] = stepsOf({ ...plan, offsets }, early)
    expect(step?.sendsAt).toBe('2026-11-25T00:00:00.000Z')
    expect(due({ offsets }, '2026-11-24T14:00:00Z')).toEqual([])
    expect(due({ offsets }, '2026-11-25T00:00:00Z')).toEqual(['1-2100'])
  })

  it('are missed where the quiet hours end only when it has begun', () => {
    const given = {
      startsAt: '2026-11-24T23:30:00.000Z',
      offsets: [{ daysBefore: 1, at: '21:00' }],
    }
    expect(states(given, early)).toEqual({ '1-2100': 'missed' })
  })

  it('go when their time has come, not before', () => {
    expect(due({}, '2026-11-22T01:59:59Z')).toEqual([])
    expect(due({}, h3)).toEqual(['3-0900'])
  })

  it('are made up for within six hours, before the next and before the start, then missed', () => {
    expect(due({}, '2026-11-22T07:59:59Z')).toEqual(['3-0900'])
    expect(due({}, '2026-11-22T08:00:00Z')).toEqual([])
    expect(states({}, '2026-11-22T08:00:00Z')).toMatchObject({
      '3-0900': 'missed',
      '1-0900': 'planned',
    })
    const close = [
      { daysBefore: 1, at: '09:00' },
      { daysBefore: 1, at: '10:00' },
    ]
    expect(due({ offsets: close }, '2026-11-24T02:59:00Z')).toEqual(['1-0900'])
    expect(due({ offsets: close }, '2026-11-24T03:00:00Z')).toEqual(['1-1000'])
    expect(due({}, '2026-11-25T01:59:00Z')).toEqual(['0-0700'])
    expect(due({}, '2026-11-25T02:00:00Z')).toEqual([])
  })

  it('rest in the quiet hours also when late', () => {
    const offsets = [{ daysBefore: 1, at: '19:30' }]
    expect(due({ offsets }, '2026-11-24T12:59:00Z')).toEqual(['1-1930'])
    expect(due({ offsets }, '2026-11-24T13:00:00Z')).toEqual([])
  })

  it('that fall together after the quiet hours become one message', () => {
    const offsets = [
      { daysBefore: 0, at: '05:00' },
      { daysBefore: 0, at: '06:00' },
    ]
    expect(due({ offsets }, '2026-11-25T00:00:00Z')).toEqual(['0-0600'])
  })

  it('due before they were planned are not made up for', () => {
    expect(due({ since: '2026-11-22T02:10:00.000Z' }, '2026-11-22T02:11:00Z')).toEqual([])
    expect(states({ since: '2026-11-22T02:10:00.000Z' }, '2026-11-22T02:11:00Z')['3-0900']).toBe(
      'missed',
    )
    expect(due({ since: h3 }, h3)).toEqual(['3-0900'])
  })

  it('go for nobody while the session is not open', () => {
    for (const given of [
      { status: 'draft' },
      { status: 'cancelled' },
      { archivedAt: early },
    ] as const) {
      expect(due(given, h3)).toEqual([])
      expect(states(given, h3)['3-0900']).toBe('off')
    }
    expect(states({ status: 'done' }, '2026-11-26T00:00:00Z')['0-0700']).toBe('missed')
  })

  it('that were sent for this day are not sent again, for another day they are', () => {
    const sent = { step: '3-0900', paused: false, sentAt: h3, sentFor: '2026-11-25', failed: false }
    expect(due({ decisions: [sent] }, h3)).toEqual([])
    expect(states({ decisions: [sent] }, h3)['3-0900']).toBe('sent')
    expect(states({ decisions: [{ ...sent, failed: true }] }, h3)['3-0900']).toBe('failed')
    const moved = { decisions: [sent], startsAt: '2026-12-02T02:00:00.000Z' }
    expect(states(moved, h3)['3-0900']).toBe('planned')
    expect(due(moved, '2026-11-29T02:00:00Z')).toEqual(['3-0900'])
  })

  it('stay in sight when they were sent and their offset was taken away', () => {
    const sent = {
      step: '14-0830',
      paused: false,
      sentAt: early,
      sentFor: '2026-11-25',
      failed: false,
    }
    expect(stepsOf({ ...plan, decisions: [sent] }, h3)[0]).toMatchObject({
      step: '14-0830',
      daysBefore: 14,
      at: '08:30',
      dueAt: '2026-11-11T01:30:00.000Z',
      state: 'sent',
      sentAt: early,
    })
  })

  it('rest while paused, and are missed when their time passes so', () => {
    const paused = { step: '3-0900', paused: true, sentAt: null, sentFor: null, failed: false }
    expect(states({ decisions: [paused] }, early)['3-0900']).toBe('paused')
    expect(due({ decisions: [paused] }, h3)).toEqual([])
    expect(states({ decisions: [paused] }, h3)['3-0900']).toBe('missed')
  })

  it('that are missed say why', () => {
    const why = (given: Partial<Plan>, now: string) =>
      stepsOf({ ...plan, ...given }, now).find(({ step }) => step === '3-0900')?.missedBecause
    const paused = { step: '3-0900', paused: true, sentAt: null, sentFor: null, failed: false }
    expect(why({}, h3)).toBeNull()
    expect(why({ since: '2026-11-22T02:10:00.000Z' }, '2026-11-22T02:11:00Z')).toBe('planned_late')
    expect(why({ decisions: [paused] }, '2026-11-22T02:11:00Z')).toBe('paused')
    expect(why({}, '2026-11-22T08:00:00Z')).toBe('not_sent')
    expect(why({}, '2026-11-26T00:00:00Z')).toBe('not_sent')
    expect(why({ status: 'done' }, '2026-11-26T00:00:00Z')).toBeNull()
    const night = {
      startsAt: '2026-11-24T23:30:00.000Z',
      offsets: [{ daysBefore: 1, at: '21:00' }],
    }
    expect(stepsOf({ ...plan, ...night }, early)[0]?.missedBecause).toBe('no_time')
  })
})
