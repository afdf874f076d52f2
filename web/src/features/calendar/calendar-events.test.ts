import type { SessionListItem } from '@ngopi/shared/sessions'
import { describe, expect, it } from 'vitest'
import { eventOf, eventsByDay, hoursFor, sideBySide, timeAt } from './calendar-events.ts'
import { calendarSession } from './calendar-session.testing.ts'

const at = (startsAt: string, endsAt: string, more: Partial<SessionListItem> = {}) =>
  calendarSession({ id: startsAt, startsAt, endsAt, ...more })

describe('a session in the calendar', () => {
  it('stands where the clocks of the calendar say, not those of its own zone', () => {
    const session = at('2026-10-28T16:30:00Z', '2026-10-28T18:00:00Z', {
      timeZone: 'Asia/Jayapura',
    })
    expect(eventOf(session, 'Asia/Jakarta')).toMatchObject({
      day: '2026-10-28',
      start: 23 * 60 + 30,
      end: 1440,
    })
    expect(eventOf(session, 'Asia/Jayapura')).toMatchObject({
      day: '2026-10-29',
      start: 90,
      end: 180,
    })
  })

  it('ends at midnight of the day it begins on', () => {
    const session = at('2026-10-28T15:00:00Z', '2026-10-28T17:00:00Z')
    expect(eventOf(session, 'Asia/Jakarta')).toMatchObject({ start: 22 * 60, end: 1440 })
  })

  it('is to be decided only while a move or a cancellation is still possible', () => {
    const states = (['draft', 'published', 'cancelled', 'done'] as const).map((status) => [
      eventOf(calendarSession({ status, offRule: 'undecided' }), 'Asia/Jakarta').state,
      eventOf(calendarSession({ status, offRule: 'kept' }), 'Asia/Jakarta').state,
      eventOf(calendarSession({ status }), 'Asia/Jakarta').state,
    ])
    expect(states).toEqual([
      ['undecided', 'draft', 'draft'],
      ['undecided', 'published', 'published'],
      ['cancelled', 'cancelled', 'cancelled'],
      ['done', 'done', 'done'],
    ])
  })
})

it('gathers sessions by day, earliest first', () => {
  const byDay = eventsByDay(
    [
      at('2026-10-28T07:00:00Z', '2026-10-28T08:00:00Z'),
      at('2026-10-29T02:00:00Z', '2026-10-29T03:00:00Z'),
      at('2026-10-28T02:00:00Z', '2026-10-28T03:00:00Z'),
    ],
    'Asia/Jakarta',
  )
  expect(
    [...byDay].map(([day, events]) => [day, events.map(({ start }) => timeAt(start))]),
  ).toEqual([
    ['2026-10-28', ['09:00', '14:00']],
    ['2026-10-29', ['09:00']],
  ])
})

describe('events that overlap', () => {
  const placed = (...spans: [start: number, end: number][]) =>
    sideBySide(
      spans.map(([start, end]) => ({
        session: calendarSession({}),
        state: 'draft' as const,
        day: '2026-10-28',
        start,
        end,
      })),
    ).map(({ column, columns }) => [column, columns])

  it('share the width, also through one that overlaps both', () => {
    expect(placed([0, 100], [50, 200], [150, 300])).toEqual([
      [0, 2],
      [1, 2],
      [0, 2],
    ])
  })

  it('have the whole width again once all before are over', () => {
    expect(placed([0, 60], [0, 60], [0, 60], [60, 120])).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
      [0, 1],
    ])
  })
})

it('shows the hours of an office, and more when something lies outside them', () => {
  const event = (start: number, end: number) => ({
    session: calendarSession({}),
    state: 'draft' as const,
    day: '2026-10-28',
    start,
    end,
  })
  expect(hoursFor([])).toEqual({ from: 6, to: 20 })
  expect(hoursFor([event(5 * 60 + 30, 7 * 60), event(19 * 60, 21 * 60 + 1)])).toEqual({
    from: 5,
    to: 22,
  })
})
