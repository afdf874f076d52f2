import type { Delivery } from '@ngopi/shared/invitations'
import type { Session } from '@ngopi/shared/sessions'
import { describe, expect, it } from 'vitest'
import { kindsFor, sendingsFor, sendKindFor } from './to-send.ts'

const delivery = (state: Delivery['state'] = 'marked'): Delivery => ({
  id: '0199a0b2-0000-7000-8000-000000000001',
  channel: 'whatsapp',
  kind: 'invitation',
  about: 'invitation',
  state,
  at: '2025-10-20T02:00:00.000Z',
  by: null,
})

const startsAt = '2025-10-29T02:00:00.000Z'
const before = Date.parse('2025-10-28T02:00:00.000Z')

describe('kindsFor', () => {
  const during = Date.parse(startsAt)

  it('invites until the session begins, then thanks', () => {
    expect(kindsFor({ status: 'published', startsAt }, before)).toContain('invitation')
    expect(kindsFor({ status: 'published', startsAt }, during)).toEqual(['thanks'])
    expect(kindsFor({ status: 'done', startsAt }, during)).toEqual(['thanks'])
  })

  it('says nothing before it is published, and one thing when it is cancelled', () => {
    expect(kindsFor({ status: 'draft', startsAt }, before)).toEqual([])
    expect(kindsFor({ status: 'cancelled', startsAt }, before)).toEqual(['cancel'])
  })
})

describe('sendingsFor', () => {
  const answers = { needsReconfirmation: 0, maybe: 2, attending: 0 } as Session['answers']

  it('offers a reminder to who has not answered, and to each other group that has somebody in it', () => {
    expect(sendingsFor({ status: 'published', startsAt, answers }, before)).toEqual([
      { kind: 'invitation' },
      { kind: 'reminder', reminds: 'silent' },
      { kind: 'reminder', reminds: 'maybe' },
      { kind: 'reschedule' },
    ])
  })
})

describe('sendKindFor', () => {
  it('invites who was not reached, and reminds or tells of a change who was', () => {
    expect(sendKindFor({ answer: 'none', lastDelivery: null }, 'published')).toBe('invitation')
    for (const state of ['kept', 'failed', 'bounced', 'withdrawn'] as const)
      expect(sendKindFor({ answer: 'none', lastDelivery: delivery(state) }, 'published')).toBe(
        'invitation',
      )
    expect(sendKindFor({ answer: 'none', lastDelivery: delivery() }, 'published')).toBe('reminder')
    expect(
      sendKindFor({ answer: 'needs_reconfirmation', lastDelivery: delivery() }, 'published'),
    ).toBe('reschedule')
  })

  it('reminds nobody who declined or waits for a seat', () => {
    for (const answer of ['declined', 'waitlisted', 'offered', 'substituted'] as const)
      expect(sendKindFor({ answer, lastDelivery: delivery() }, 'published')).toBe('invitation')
  })

  it('has nothing but the cancellation to tell of what was cancelled', () => {
    expect(sendKindFor({ answer: 'none', lastDelivery: null }, 'cancelled')).toBe('cancel')
  })
})
