import { hkdfSync } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { KeyRing } from '../platform/keys.ts'

/** Seconds until another code takes the place of one. */
const period = 30

/** RFC 6238, six digits; every session has a key of its own. */
const codesOf = (key: Buffer, sessionId: string) =>
  new TOTP({
    secret: new Secret({ buffer: hkdfSync('sha256', key, '', sessionId.toLowerCase(), 32) }),
    algorithm: 'SHA256',
    period,
  })

/** The code to show in the room, and by when another stands there; it is good for one step longer. */
export function codeAt(keys: KeyRing, sessionId: string, now: Date) {
  const timestamp = now.getTime()
  const code = codesOf(keys[0], sessionId).generate({ timestamp })
  const nextAt = (Math.floor(timestamp / 1000 / period) + 1) * period * 1000
  return { code, nextAt: new Date(nextAt), validUntil: new Date(nextAt + period * 1000) }
}

/** Whether a code stands in the room now, or stood there in the step before; all keys verify. */
export const isCodeOf = (keys: KeyRing, sessionId: string, typed: { code: string; at: Date }) =>
  keys.some((key) => {
    const asked = { token: typed.code, timestamp: typed.at.getTime(), window: 1 }
    const steps = codesOf(key, sessionId).validate(asked)
    return steps === 0 || steps === -1
  })
