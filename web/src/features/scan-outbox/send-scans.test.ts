import { describe, expect, it } from 'vitest'
import { ApiError } from '../../lib/api-error.ts'
import { append, type Scan } from './outbox-scans.ts'
import { changeScans, deviceId, outboxScans } from './scan-store.ts'
import { type ScanResult, sendWaiting } from './send-scans.ts'

const scannedAt = '2025-10-29T02:05:00.000Z'
let sessions = 0
/** A door of its own with as many scans waiting as asked for. */
const door = (...nonces: string[]) => {
  const session = `session-${++sessions}`
  for (const nonce of nonces)
    changeScans(session, (entries) =>
      append(entries, {
        scan: { nonce, scannedAt, invitationId: nonce },
        state: 'waiting',
        name: '',
      }),
    )
  return session
}
const states = (session: string) => outboxScans(session).map((entry) => entry.state)
const admit = (scans: readonly Scan[]): ScanResult[] =>
  scans.map((scan) => ({ nonce: scan.nonce, outcome: 'admitted' }))
const offline = new ApiError({ status: 0, code: 'offline', message: '' })
const invalid = new ApiError({ status: 400, code: 'invalid', message: '' })
const ignore = () => undefined

describe('sendWaiting', () => {
  it('keeps everything while nobody answers and sends the same nonces later', async () => {
    const session = door('a', 'b')
    await expect(sendWaiting(session, ignore, () => Promise.reject(offline))).rejects.toBe(offline)
    expect(states(session)).toEqual(['waiting', 'waiting'])
    const sent: string[] = []
    await sendWaiting(session, ignore, async (_, scans) => {
      sent.push(...scans.map((scan) => scan.nonce))
      return admit(scans)
    })
    expect(sent).toEqual(['a', 'b'])
    expect(states(session)).toEqual(['sent', 'sent'])
  })

  it('sets aside only the act the server will never take', async () => {
    const session = door('a', 'bad', 'c')
    await sendWaiting(session, ignore, async (_, scans) => {
      if (scans.some((scan) => scan.nonce === 'bad')) throw invalid
      return admit(scans)
    })
    expect(states(session)).toEqual(['sent', 'refused', 'sent'])
  })

  it('keeps a number only until the server has answered, taken or refused', async () => {
    for (const send of [
      async (_: string, scans: readonly Scan[]) => admit(scans),
      () => Promise.reject(invalid),
    ]) {
      const session = door()
      const person = { fullName: 'Tono', phone: '0812 0000 1234' }
      for (const whom of [{ walkIn: person }, { substitute: { ...person, invitationId: 'i' } }])
        changeScans(session, (entries) =>
          append(entries, {
            scan: { nonce: JSON.stringify(whom) + session, scannedAt, ...whom },
            state: 'waiting',
            name: 'Tono',
          }),
        )
      expect(JSON.stringify(outboxScans(session).map(({ scan }) => scan.walkIn?.phone))).toContain(
        '1234',
      )
      await sendWaiting(session, ignore, send)
      const left = outboxScans(session).map(({ scan }) => [
        scan.walkIn?.phone,
        scan.substitute?.phone,
      ])
      expect(left).toEqual([
        [null, undefined],
        [undefined, null],
      ])
    }
  })

  it('sends what was added while it was sending', async () => {
    const session = door('a')
    await sendWaiting(session, ignore, async (_, scans) => {
      if (scans[0]?.nonce === 'a')
        changeScans(session, (entries) =>
          append(entries, { scan: { nonce: 'b', scannedAt }, state: 'waiting', name: '' }),
        )
      return admit(scans)
    })
    expect(states(session)).toEqual(['sent', 'sent'])
  })

  it('hands the results over while the acts still wait', async () => {
    const session = door('a')
    let seen: string[] = []
    await sendWaiting(
      session,
      () => {
        seen = states(session)
      },
      async (_, scans) => admit(scans),
    )
    expect(seen).toEqual(['waiting'])
  })
})

it('names the device once', () => {
  expect(deviceId()).toBe(deviceId())
})
