import { describe, expect, it } from 'vitest'
import { nextStep } from './next-step.ts'

const session = {
  status: 'published',
  startsAt: '2025-10-29T02:00:00Z',
  endsAt: '2025-10-29T04:30:00Z',
} as const
const at = (iso: string) => Date.parse(iso)

describe('nextStep', () => {
  it('follows the hours of a published session', () => {
    expect(nextStep(session, at('2025-10-28T22:59:59Z'))).toBe('invite')
    expect(nextStep(session, at('2025-10-28T23:00:00Z'))).toBe('door')
    expect(nextStep(session, at('2025-10-29T04:29:59Z'))).toBe('door')
    expect(nextStep(session, at('2025-10-29T04:30:00Z'))).toBe('complete')
  })

  it('publishes a draft first, whatever the hour', () => {
    expect(nextStep({ ...session, status: 'draft' }, at('2025-10-29T03:00:00Z'))).toBe('publish')
  })

  it('has nothing more to do for one that is over or cancelled', () => {
    expect(nextStep({ ...session, status: 'done' }, at('2025-10-29T03:00:00Z'))).toBeUndefined()
    expect(
      nextStep({ ...session, status: 'cancelled' }, at('2025-10-20T03:00:00Z')),
    ).toBeUndefined()
  })
})
