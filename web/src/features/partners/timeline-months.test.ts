import type { TimelineEntry } from '@ngopi/shared/timeline'
import { expect, it } from 'vitest'
import { byMonth } from './timeline-months.ts'

const entry = (id: string, at: string): TimelineEntry => ({
  id,
  at,
  kind: 'invited',
  session: null,
  journalist: null,
  outlet: null,
  answer: null,
  coverage: null,
  text: null,
})

it("groups by the month of the office's calendar", () => {
  const months = byMonth(
    [
      entry('c', '2025-11-03T02:00:00Z'),
      entry('b', '2025-10-31T17:30:00Z'),
      entry('a', '2025-10-31T16:30:00Z'),
    ],
    'Asia/Jakarta',
  )
  expect(months.map(({ month, entries }) => [month, entries.map((e) => e.id)])).toEqual([
    ['2025-11', ['c', 'b']],
    ['2025-10', ['a']],
  ])
})
