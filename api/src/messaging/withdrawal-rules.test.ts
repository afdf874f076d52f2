import type { MessageKind } from '@ngopi/shared/templates'
import { describe, expect, it } from 'vitest'
import { type GuestState, withdrawals, withdrawnBecause } from './withdrawal-rules.ts'

const now = '2026-03-02T02:00:00.000Z'

const standing = (more: Partial<GuestState> = {}): GuestState => ({
  templateKind: 'invitation',
  linkVersionThen: 1,
  linkVersion: 1,
  answer: 'none',
  answersOpen: true,
  revoked: false,
  afterwards: 'thanks',
  offerExpiresAt: null,
  startsAt: '2026-03-04T02:00:00.000Z',
  endsAt: '2026-03-04T04:00:00.000Z',
  status: 'published',
  archived: false,
  optedOut: false,
  ...more,
})
const begun = { startsAt: '2026-03-02T01:59:00.000Z' }
const over = { startsAt: '2026-03-01T02:00:00.000Z', endsAt: '2026-03-01T04:00:00.000Z' }

const every: MessageKind[] = [
  'invitation',
  'reminder_silent',
  'reminder_maybe',
  'reminder_attending',
  'reschedule',
  'moved',
  'cancel',
  'thanks',
  'materials',
  'seat',
  'offer',
]
/** Kinds that are withdrawn, each with an answer that would let it go. */
const withdrawn = (more: Partial<GuestState>): MessageKind[] =>
  every.filter((templateKind) => {
    const answer = { seat: 'attending', offer: 'offered', reminder_maybe: 'maybe' } as const
    const offerExpiresAt = templateKind === 'offer' ? '2026-03-02T03:00:00.000Z' : null
    const given = { answer: answer[templateKind as keyof typeof answer] ?? 'none', offerExpiresAt }
    return withdrawnBecause(standing({ templateKind, ...given, ...more }), now) !== undefined
  })

describe('a queued message', () => {
  it('is sent while what it says holds', () => {
    expect(withdrawn({})).toEqual([])
  })

  it.each([
    ['the session is cancelled', { status: 'cancelled' }, every.filter((k) => k !== 'cancel')],
    ['it is archived', { archived: true }, every.filter((k) => k !== 'cancel')],
    [
      'it has begun',
      begun,
      every.filter((k) => !['cancel', 'thanks', 'materials', 'reschedule', 'moved'].includes(k)),
    ],
    ['it is over', over, every.filter((k) => !['cancel', 'thanks', 'materials'].includes(k))],
    [
      'it was closed',
      { status: 'done' },
      every.filter((k) => !['cancel', 'thanks', 'materials'].includes(k)),
    ],
    [
      'the guest wants no invitations',
      { optedOut: true },
      every.filter((k) => !['cancel', 'reschedule', 'moved'].includes(k)),
    ],
    ['nothing fits after the session', { afterwards: null }, ['thanks', 'materials']],
    ['the link was replaced', { linkVersion: 2 }, every],
    ['a substitute comes', { answer: 'substituted' }, every],
  ] as [string, Partial<GuestState>, MessageKind[]][])('is not when %s', (_when, more, kinds) => {
    expect(withdrawn(more)).toEqual(kinds)
  })

  it('reminds who is silent, wavers, is to confirm again or comes, and nobody else', () => {
    const answers = [
      'none',
      'attending',
      'maybe',
      'declined',
      'waitlisted',
      'offered',
      'needs_reconfirmation',
    ] as const
    const reminded = answers.filter(
      (answer) => !withdrawnBecause(standing({ templateKind: 'reminder_silent', answer }), now),
    )
    expect(reminded).toEqual(['none', 'attending', 'maybe', 'needs_reconfirmation'])
  })

  it('reminds who comes alone once answers are closed', () => {
    const closed = (answer: GuestState['answer']) =>
      withdrawnBecause(
        standing({ templateKind: 'reminder_silent', answer, answersOpen: false }),
        now,
      )
    expect(closed('attending')).toBeUndefined()
    for (const answer of ['none', 'maybe', 'needs_reconfirmation'] as const)
      expect(closed(answer)).toBe(withdrawals.needsNoReminder)
  })

  it('that an invitation ended is sent while it did', () => {
    const ended = (more: Partial<GuestState>) => withdrawnBecause(standing(more), now)
    expect(ended({ templateKind: 'revoked', revoked: true })).toBeUndefined()
    expect(ended({ templateKind: 'revoked' })).toBe(withdrawals.stillInvited)
    expect(ended({ templateKind: 'replaced', answer: 'substituted' })).toBeUndefined()
    expect(ended({ templateKind: 'replaced' })).toBe(withdrawals.stillInvited)
    expect(ended({ templateKind: 'invitation', revoked: true })).toBe(withdrawals.revoked)
    expect(ended({ templateKind: 'revoked', revoked: true, ...over })).toBe(withdrawals.over)
  })

  it('offers a seat only while it is held, and announces one only to who has it', () => {
    const offer = (more: Partial<GuestState>) =>
      withdrawnBecause(standing({ templateKind: 'offer', answer: 'offered', ...more }), now)
    expect(offer({ offerExpiresAt: '2026-03-02T02:00:01.000Z' })).toBeUndefined()
    expect(offer({ offerExpiresAt: now })).toBe(withdrawals.closedOffer)
    expect(offer({ answer: 'declined' })).toBe(withdrawals.closedOffer)
    const seat = (answer: GuestState['answer']) =>
      withdrawnBecause(standing({ templateKind: 'seat', answer }), now)
    expect(seat('attending')).toBeUndefined()
    expect(seat('declined')).toBe(withdrawals.changedAnswer)
  })
})
