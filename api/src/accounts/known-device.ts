import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { KeyRing } from '../platform/keys.ts'
import { deviceMac } from './secret-tokens.ts'

/** A browser that several people log in with remembers as many. */
const mostMarks = 8
const half = 16

/** Name and attributes of the cookie by which a device is known again; kept for half a year after its last login. */
export function deviceCookie(publicUrl: string) {
  const secure = publicUrl.startsWith('https:')
  return {
    name: secure ? '__Host-ngopi-device' : 'ngopi-device',
    options: {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure,
      maxAge: 180 * 24 * 60 * 60,
    } as const,
  }
}

const marksIn = (cookie: string | undefined): string[] =>
  (cookie ?? '').split('.', mostMarks).filter((mark) => /^[\w-]{43}$/.test(mark))

function isOf(mark: string, userId: string, keys: KeyRing): boolean {
  const bytes = Buffer.from(mark, 'base64url')
  const [nonce, given] = [bytes.subarray(0, half), bytes.subarray(half)]
  return keys.some((key) => timingSafeEqual(deviceMac(key, userId, nonce).subarray(0, half), given))
}

/**
 * Whether an account was logged into from the device before. A mark is random bytes and their code for the one
 * account; it says of nobody who that is, and nothing of it is stored here.
 */
export const knowsDevice = (
  { userId, keys }: { userId: string; keys: KeyRing },
  cookie: string | undefined,
): boolean => marksIn(cookie).some((mark) => isOf(mark, userId, keys))

/** The cookie of a device that an account was just logged into from; it goes on knowing the others. */
export function withDevice(
  { userId, keys }: { userId: string; keys: KeyRing },
  cookie: string | undefined,
): string {
  const [key] = keys
  const marks = marksIn(cookie)
  const own = marks.find((mark) => isOf(mark, userId, [key]))
  const nonce = randomBytes(half)
  const made = () =>
    Buffer.concat([nonce, deviceMac(key, userId, nonce).subarray(0, half)]).toString('base64url')
  const others = marks.filter((mark) => !isOf(mark, userId, keys))
  return [own ?? made(), ...others].slice(0, mostMarks).join('.')
}
