import { createHash } from 'node:crypto'
import type { KeyRing } from '../platform/keys.ts'
import { idBytes, idLength, idOf, type Signed, sign } from './signature.ts'

const prefix = 'NG1.'
const macLength = 32

/** What the QR code of a guest's pass says. It admits and does nothing else: it never opens the personal page. */
export function passOf(keys: KeyRing, invitationId: string, version: number): string {
  const id = idBytes(invitationId)
  return prefix + Buffer.concat([id, sign(keys[0], { id, version })]).toString('base64url')
}

/** By which a device without network tells the pass: the first 16 bytes of its SHA-256, which cannot be shown as one. */
export const passDigestOf = (keys: KeyRing, invitationId: string, version: number): string =>
  createHash('sha256')
    .update(passOf(keys, invitationId, version))
    .digest()
    .subarray(0, 16)
    .toString('base64url')

/**
 * Takes a pass apart; undefined when it cannot be one. Whether it is genuine, and of the present or an
 * earlier version of the invitation, `signedVersion` tells.
 */
export function readPass(pass: string): Signed | undefined {
  if (!pass.startsWith(prefix)) return undefined
  const code = pass.slice(prefix.length)
  const bytes = Buffer.from(code, 'base64url')
  if (bytes.length !== idLength + macLength || bytes.toString('base64url') !== code)
    return undefined
  return { invitationId: idOf(bytes.subarray(0, idLength)), mac: bytes.subarray(idLength) }
}
