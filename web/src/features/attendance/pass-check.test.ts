import { createHash } from 'node:crypto'
import type { Attendance } from '@ngopi/shared/attendance'
import { describe, expect, it } from 'vitest'
import { withAttendances } from './api.ts'
import { failureOf } from './camera.ts'
import { untilNextCode } from './code-time.ts'
import { minutesLate } from './late.ts'
import { checkPass, digestOf } from './pass-check.ts'
import { SeenCodes } from './seen-codes.ts'

const invitationId = '0199a0b2-0000-7000-8000-000000000001'
const passWith = (last: number) => {
  const id = Buffer.from(invitationId.replaceAll('-', ''), 'hex')
  return `NG1.${Buffer.concat([id, Buffer.alloc(31), Buffer.from([last])]).toString('base64url')}`
}
const row = (passDigest?: string): Attendance => ({
  id: null,
  status: 'unmarked',
  arrivedAt: null,
  source: null,
  invitationId,
  answer: 'attending',
  journalist: { id: invitationId, fullName: 'Sari' },
  outlet: null,
  phoneLast4: null,
  reason: null,
  selfReportedAt: null,
  ...(passDigest === undefined ? {} : { passDigest }),
  flags: [],
})

describe('a pass held against the list', () => {
  it('is digested as the contract says', async () => {
    const hash = createHash('sha256').update(passWith(1)).digest().subarray(0, 16)
    expect(await digestOf(passWith(1))).toBe(hash.toString('base64url'))
  })

  it('admits when it is the one the list knows, and is doubted when it is another', async () => {
    const rows = [row(await digestOf(passWith(1)))]
    const check = async (pass: string) =>
      checkPass(rows, { pass, digest: await digestOf(pass) }).kind
    expect(await check(passWith(1))).toBe('genuine')
    expect(await check(passWith(2))).toBe('doubtful')
  })

  it('is for the server to judge when the list or the device cannot tell', async () => {
    const digest = await digestOf(passWith(1))
    expect(checkPass([row()], { pass: passWith(1), digest }).kind).toBe('unverified')
    expect(checkPass([row(digest)], { pass: passWith(1), digest: undefined }).kind).toBe(
      'unverified',
    )
    expect(checkPass([], { pass: passWith(1), digest }).kind).toBe('unknown')
  })

  it('is still recognised after an event told anew of its guest', () => {
    const present = { ...row(), status: 'present' as const }
    expect(withAttendances([row('abc')], [present])).toEqual([{ ...present, passDigest: 'abc' }])
  })
})

describe('codes before the camera', () => {
  it('are taken once while they stay in view, also beside others', () => {
    const seen = new SeenCodes()
    expect([seen.take('a', 0), seen.take('b', 0)]).toEqual([true, true])
    expect([seen.take('a', 1_400), seen.take('b', 1_400)]).toEqual([false, false])
    // Held there all the time, however long.
    expect([2_800, 4_200, 5_600].map((now) => seen.take('a', now))).toEqual([false, false, false])
    expect(seen.take('b', 5_600)).toBe(true)
  })
})

describe('a camera that shows nothing', () => {
  it.each([
    ['NotAllowedError', 'refused'],
    ['NotFoundError', 'absent'],
    ['SecurityError', 'insecure'],
    ['NotReadableError', 'busy'],
  ])('%s: %s', (name, failure) => {
    expect(failureOf(new DOMException('', name))).toBe(failure)
  })
})

describe('minutesLate', () => {
  const startsAt = '2025-10-29T02:00:00.000Z'
  it('counts from the beginning, after five minutes of grace', () => {
    expect(minutesLate('2025-10-29T02:05:00.000Z', startsAt)).toBeUndefined()
    expect(minutesLate('2025-10-29T02:05:01.000Z', startsAt)).toBe(5)
    expect(minutesLate('2025-10-29T02:12:40.000Z', startsAt)).toBe(12)
    expect(minutesLate('2025-10-29T01:12:40.000Z', startsAt)).toBeUndefined()
    expect(minutesLate(null, startsAt)).toBeUndefined()
  })
})

describe('the code in the room', () => {
  const now = Date.parse('2025-10-29T02:00:00.000Z')
  it('is asked for when the next one comes', () => {
    expect(untilNextCode('2025-10-29T02:00:12.000Z', now)).toBe(12_000)
  })
  it('is shown neither too long nor asked for without end by a wrong clock', () => {
    expect(untilNextCode('2025-10-29T02:10:00.000Z', now)).toBe(30_000)
    expect(untilNextCode('2025-10-29T01:50:00.000Z', now)).toBe(1_000)
  })
})
