import { expect, test } from 'vitest'
import { closedBecause, noWords, saysNothingNew, seatsMoved } from './rules.ts'

const now = new Date('2025-10-29T01:59:59.999Z')
const open = {
  status: 'published',
  archivedAt: null,
  rsvpClosesAt: '2025-10-29T02:00:00.000Z',
} as const

test('answers are taken until the closing instant, and not at it', () => {
  expect(closedBecause(open, now)).toBeUndefined()
  expect(closedBecause(open, new Date(open.rsvpClosesAt))).toBe('closed')
})

test('a draft, an archived, a cancelled and a finished session take none', () => {
  expect(closedBecause({ ...open, status: 'draft' }, now)).toBe('draft')
  expect(closedBecause({ ...open, archivedAt: '2025-10-01T00:00:00.000Z' }, now)).toBe('draft')
  expect(closedBecause({ ...open, status: 'cancelled' }, now)).toBe('cancelled')
  expect(closedBecause({ ...open, status: 'done' }, now)).toBe('done')
})

test('only a new yes asks for a seat, and only leaving a seat frees one', () => {
  expect(seatsMoved({ answer: 'none', holdsSeat: false }, 'attending')).toBe(1)
  expect(seatsMoved({ answer: 'needs_reconfirmation', holdsSeat: true }, 'attending')).toBe(0)
  expect(seatsMoved({ answer: 'needs_reconfirmation', holdsSeat: true }, 'maybe')).toBe(-1)
  expect(seatsMoved({ answer: 'offered', holdsSeat: true }, 'attending')).toBe(0)
  expect(seatsMoved({ answer: 'offered', holdsSeat: true }, 'declined')).toBe(-1)
  expect(seatsMoved({ answer: 'attending', holdsSeat: true }, 'declined')).toBe(-1)
  expect(seatsMoved({ answer: 'waitlisted', holdsSeat: false }, 'declined')).toBe(0)
})

test('the same answer without a word is no news', () => {
  const declined = { answer: 'declined', holdsSeat: false, seatFree: true } as const
  const waiting = { answer: 'waitlisted', holdsSeat: false, seatFree: false } as const
  expect(saysNothingNew(waiting, 'attending', noWords)).toBe(true)
  expect(saysNothingNew({ ...waiting, seatFree: true }, 'attending', noWords)).toBe(false)
  expect(saysNothingNew(declined, 'declined', noWords)).toBe(true)
  expect(saysNothingNew(declined, 'declined', { ...noWords, reason: 'Tugas lain' })).toBe(false)
  expect(saysNothingNew(declined, 'declined', { ...noWords, declineKind: 'unwell' })).toBe(false)
  expect(saysNothingNew(declined, 'declined', { ...noWords, crew: [] })).toBe(false)
  expect(saysNothingNew(declined, 'maybe', noWords)).toBe(false)
})
