import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { KeyRing } from '../platform/keys.ts'
import { codeAt, isCodeOf } from './check-in-code.ts'

const keys: KeyRing = [randomBytes(32)]
const sessionId = randomUUID()
// The beginning of a step.
const start = Date.UTC(2025, 9, 29, 2, 0, 0)
const after = (seconds: number) => new Date(start + seconds * 1000)
const good = (code: string, seconds: number, ring = keys, session = sessionId) =>
  isCodeOf(ring, session, { code, at: after(seconds) })

describe('the code shown in the room', () => {
  it('is another one every thirty seconds, six digits long', () => {
    const codes = Array.from({ length: 40 }, (_, step) => codeAt(keys, sessionId, after(step * 30)))
    for (const { code } of codes) expect(code).toMatch(/^\d{6}$/)
    expect(new Set(codes.map(({ code }) => code)).size).toBeGreaterThan(35)
    expect(codeAt(keys, sessionId, after(29.999))).toEqual({
      code: codes[0]?.code,
      nextAt: after(30),
      validUntil: after(60),
    })
  })

  it('is good for sixty seconds from its appearance', () => {
    // Steps whose neighbours show other codes; two alike in a row are one in a million.
    const { code } = codeAt(keys, sessionId, after(0))
    for (const seconds of [0, 29.9, 30, 59.999]) expect(good(code, seconds)).toBe(true)
    for (const seconds of [-30, -0.001, 60, 90]) expect(good(code, seconds)).toBe(false)
  })

  it('is that of its session, and of any key in use', () => {
    const { code } = codeAt(keys, sessionId, after(0))
    expect(good(code, 0, keys, randomUUID())).toBe(false)
    expect(good(code, 0, [randomBytes(32)])).toBe(false)
    expect(good(code, 0, [randomBytes(32), keys[0]])).toBe(true)
    expect(codeAt(keys, sessionId.toUpperCase(), after(0)).code).toBe(code)
  })
})
