import { expect, test } from 'vitest'
import { offerUntil } from './offer-rules.ts'

const now = '2031-11-24T03:00:00.000Z'
const policy = {
  policy: 'offer',
  offerMinutes: 720,
  quiet: null,
  rsvpClosesAt: '2031-11-26T02:00:00.000Z',
} as const

test('an offer lasts as long as the office says', () => {
  expect(offerUntil(policy, now)).toBe('2031-11-24T15:00:00.000Z')
})

test('an office that promotes makes none', () => {
  expect(offerUntil({ ...policy, policy: 'promote' }, now)).toBeUndefined()
})

test('an offer ends when answers close, and an hour before that none is made', () => {
  expect(offerUntil(policy, '2031-11-25T22:00:00.000Z')).toBe(policy.rsvpClosesAt)
  expect(offerUntil(policy, '2031-11-26T01:00:00.000Z')).toBe(policy.rsvpClosesAt)
  expect(offerUntil(policy, '2031-11-26T01:00:00.001Z')).toBeUndefined()
  expect(offerUntil(policy, '2031-11-27T01:00:00.000Z')).toBeUndefined()
})

test('the clock starts when the message may go', () => {
  const quiet = { from: '20:00', until: '07:00', timeZone: 'Asia/Jakarta' }
  // 21.00 in Jakarta; the message goes at 07.00, which is midnight UTC.
  expect(offerUntil({ ...policy, quiet, offerMinutes: 90 }, '2031-11-24T14:00:00.000Z')).toBe(
    '2031-11-25T01:30:00.000Z',
  )
  const closing = { ...policy, quiet, rsvpClosesAt: '2031-11-25T00:30:00.000Z' }
  expect(offerUntil(closing, '2031-11-24T14:00:00.000Z')).toBeUndefined()
})
