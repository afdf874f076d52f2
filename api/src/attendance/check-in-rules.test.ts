import { expect, it } from 'vitest'
import { isCheckInOpen } from './check-in-rules.ts'

const session = {
  startsAt: '2025-10-29T02:00:00Z',
  endsAt: '2025-10-29T04:30:00Z',
  status: 'published',
  archivedAt: null,
} as const
const at = (time: string) => new Date(`2025-10-29T${time}Z`)

it('lets guests report from an hour before the start until the end, while the session takes place', () => {
  expect(isCheckInOpen(session, at('00:59:59.999'))).toBe(false)
  expect(isCheckInOpen(session, at('01:00:00'))).toBe(true)
  expect(isCheckInOpen(session, at('04:29:59.999'))).toBe(true)
  expect(isCheckInOpen(session, at('04:30:00'))).toBe(false)
  for (const other of [
    { status: 'draft' },
    { status: 'cancelled' },
    { status: 'done' },
    { archivedAt: session.endsAt },
  ] as const) {
    expect(isCheckInOpen({ ...session, ...other }, at('03:00:00'))).toBe(false)
  }
})
