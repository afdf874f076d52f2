import type { Delivery } from '@ngopi/shared/invitations'
import { describe, expect, it } from 'vitest'
import { kindsFor, waitsFor } from './to-send.ts'

const delivery = (kind: Delivery['kind'], state: Delivery['state'] = 'marked'): Delivery => ({
  id: '0199a0b2-0000-7000-8000-000000000001',
  channel: 'whatsapp',
  kind,
  state,
  at: '2025-10-20T02:00:00.000Z',
  by: null,
})

describe('waitsFor', () => {
  it('sends an invitation once, and again when it failed', () => {
    expect(waitsFor({ answer: 'none', lastDelivery: null }, 'invitation')).toBe(true)
    expect(waitsFor({ answer: 'none', lastDelivery: delivery('invitation') }, 'invitation')).toBe(
      false,
    )
    const failed = delivery('invitation', 'failed')
    expect(waitsFor({ answer: 'none', lastDelivery: failed }, 'invitation')).toBe(true)
  })

  it('reminds only the silent who were written to, once', () => {
    expect(waitsFor({ answer: 'none', lastDelivery: delivery('invitation') }, 'reminder')).toBe(
      true,
    )
    expect(waitsFor({ answer: 'none', lastDelivery: delivery('reminder') }, 'reminder')).toBe(false)
    expect(waitsFor({ answer: 'none', lastDelivery: null }, 'reminder')).toBe(false)
    expect(
      waitsFor({ answer: 'attending', lastDelivery: delivery('invitation') }, 'reminder'),
    ).toBe(false)
  })

  it('tells of a change those who have to confirm again', () => {
    const lastDelivery = delivery('invitation')
    expect(waitsFor({ answer: 'needs_reconfirmation', lastDelivery }, 'reschedule')).toBe(true)
    expect(waitsFor({ answer: 'declined', lastDelivery }, 'reschedule')).toBe(false)
  })

  it('tells of a cancellation all who might still come, never one who was replaced', () => {
    const lastDelivery = delivery('invitation')
    expect(waitsFor({ answer: 'none', lastDelivery }, 'cancel')).toBe(true)
    expect(waitsFor({ answer: 'declined', lastDelivery }, 'cancel')).toBe(false)
    expect(waitsFor({ answer: 'substituted', lastDelivery }, 'cancel')).toBe(false)
  })
})

describe('kindsFor', () => {
  it('invites to nothing that is cancelled or over', () => {
    expect(kindsFor('cancelled')).toEqual(['cancel'])
    expect(kindsFor('done')).toEqual([])
  })
})
