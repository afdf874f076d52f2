import type { KeyRing } from '../platform/keys.ts'
import { idBytes, idLength, idOf, type Signed, sign } from './signature.ts'

/** Bytes of the signature that a link carries: 128 bits, beyond guessing. */
const macLength = 16

/** A genuine personal link, of whatever version. */
export interface PersonalLink {
  officeId: string
  invitationId: string
  /** Version it was signed for; the invitation may have a later one. */
  version: number
}

/** The token of a personal link; nothing of it is stored, and it can be made again at any time. */
export function personalToken(keys: KeyRing, invitationId: string, version: number): string {
  const id = idBytes(invitationId)
  const mac = sign(keys[0], { id, version }).subarray(0, macLength)
  return Buffer.concat([id, mac]).toString('base64url')
}

/** Takes a token apart; undefined when it cannot be one. What it says is proven by `signedVersion`. */
export function readPersonalToken(token: string): Signed | undefined {
  const bytes = Buffer.from(token, 'base64url')
  // Decoding skips what is no base64url, so only the exact spelling is one token.
  if (bytes.length !== idLength + macLength || bytes.toString('base64url') !== token)
    return undefined
  return { invitationId: idOf(bytes.subarray(0, idLength)), mac: bytes.subarray(idLength) }
}
