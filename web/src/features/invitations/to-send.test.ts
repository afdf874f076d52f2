import type { Delivery } from '@ngopi/shared/invitations'
import { describe, expect, it } from 'vitest'
import { kindsFor, sendKindFor } from './to-send.ts'

const delivery = (state: Delivery['state'] = 'marked'): Delivery => ({
  id: '0199a0b2-0000-7000-8000-000000000001',
  channel: 'whatsapp',
  kind: 'invitation',
  about: 'invitation',
  state,
  at: '2025-10-20T02:00:00.000Z',
  by: null,
})

describe('kindsFor', () => {
  const startsAt = '2025-10-29T02:00:00.000Z'
  const before = Date.parse('2025-10-28T02:00:00.000Z')
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

  it('has nothing but the cancellation to tell of what was cancelled', () => {
    expect(sendKindFor({ answer: 'none', lastDelivery: null }, 'cancelled')).toBe('cancel')
  })
})
