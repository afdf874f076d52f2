import { describe, expect, it } from 'vitest'
import { refusalOf } from './smtp-refusal.ts'

const failure = (said: string, details: object): Error => Object.assign(new Error(said), details)

describe('what the mail server says', () => {
  it.each([
    ['nobody listens', { code: 'ESOCKET', command: 'CONN', originalCode: 'ECONNREFUSED' }],
    ['no such host', { code: 'EDNS', command: 'CONN' }],
    [
      'no greeting in time',
      { code: 'ETIMEDOUT', command: 'CONN', timeoutType: 'GREETING_TIMEOUT' },
    ],
    ['a greeting that sends away', { code: 'EPROTOCOL', command: 'CONN', responseCode: 421 }],
    [
      'a wrong password',
      { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535, permanent: true },
    ],
    ['closed before a word', { code: 'ECONNECTION' }],
  ])('of every mail alike: %s', (said, details) => {
    expect(refusalOf(failure(said, details))).toEqual({
      kind: 'unreachable',
      addressIsBad: false,
      said,
    })
  })

  it.each([
    ['a mailbox that waits', { command: 'RCPT TO', responseCode: 451, permanent: false }],
    ['a connection lost under way', { code: 'ECONNECTION', command: 'CONN' }],
    ['silence under way', { code: 'ETIMEDOUT', command: 'CONN', timeoutType: 'SOCKET_TIMEOUT' }],
    // Of the set-up, and no guest's fault.
    ['a refused sender', { command: 'MAIL FROM', responseCode: 550, permanent: true }],
    ['a full disk', { command: 'DATA', responseCode: 452, permanent: false }],
  ])('of one mail for now: %s', (said, details) => {
    expect(refusalOf(failure(said, details)).kind).toBe('temporary')
  })

  it.each([
    ['550 5.1.1 no such user', true],
    ['550 no such user', true],
    ['550 User unknown in virtual mailbox table', true],
    ['550 The email account that you tried to reach does not exist', true],
    ['551 5.1.10 recipient not found', true],
    ['550 5.2.1 mailbox disabled', false],
    ['550 5.1.8 sender domain does not exist', false],
    ['550 message refused by policy', false],
    ['550 mailbox unavailable: your address is listed at zen.example', false],
    ['550 recipient unknown, blocked sender', false],
    ['550 no', false],
    ['552 5.2.2 mailbox full', false],
    ['550 5.7.1 relaying denied', false],
    ['554 5.7.1 blocked by 10.1.2.3 list', false],
  ])('of one mail for good: %s (the address is bad: %s)', (response, addressIsBad) => {
    const error = failure('refused', {
      command: 'RCPT TO',
      responseCode: 550,
      permanent: true,
      response,
    })
    expect(refusalOf(error)).toMatchObject({ kind: 'permanent', addressIsBad })
  })

  it('of a text it will not have says nothing about the address', () => {
    const error = failure('refused', {
      command: 'DATA',
      responseCode: 554,
      permanent: true,
      response: '554 5.1.1 no',
    })
    expect(refusalOf(error)).toMatchObject({ kind: 'permanent', addressIsBad: false })
  })

  it('tries again after an error of another kind', () => {
    expect(refusalOf('strange')).toEqual({
      kind: 'temporary',
      addressIsBad: false,
      said: 'strange',
    })
  })
})
