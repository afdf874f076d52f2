import { createHmac, timingSafeEqual } from 'node:crypto'
import type { KeyRing } from '../platform/keys.ts'

/** Bytes of an id. */
export const idLength = 16

/** The 16 bytes of a UUID. */
export const idBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')

/** The UUID of 16 bytes. */
export function idOf(bytes: Buffer): string {
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** HMAC-SHA-256 over the invitation's id and its link version (unsigned, 4 bytes, big-endian). */
export function sign(key: Buffer, { id, version }: { id: Buffer; version: number }): Buffer {
  const counted = Buffer.alloc(4)
  counted.writeUInt32BE(version)
  return createHmac('sha256', key).update(id).update(counted).digest()
}

/** What a token carries, not yet known to be genuine. */
export interface Signed {
  invitationId: string
  /** The signature, whole or its first bytes. */
  mac: Buffer
}

/**
 * For which of the versions `from` to `to` one of the keys made the signature; undefined: for none, so it
 * is forged. All keys verify, so that a secret can be replaced without killing links already sent.
 */
export function signedVersion(
  keys: KeyRing,
  { invitationId, mac }: Signed,
  { from, to }: { from: number; to: number },
): number | undefined {
  const id = idBytes(invitationId)
  for (let version = from; version <= to; version++) {
    for (const key of keys) {
      if (timingSafeEqual(sign(key, { id, version }).subarray(0, mac.length), mac)) return version
    }
  }
  return undefined
}
