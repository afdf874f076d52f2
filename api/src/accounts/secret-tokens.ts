import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { KeyRing } from '../platform/keys.ts'

/** What is stored of a token: enough to know it again, not to make it. */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest()

const mac = (key: Buffer, purpose: string, value: string): Buffer =>
  createHmac('sha256', key).update(`${purpose}\0${value}`).digest()

/**
 * The token of a link that sets a password, made from the id of its record. Only its hash is stored, and yet a
 * repeated request under the same Idempotency-Key can be given the same link again.
 */
export const passwordLinkToken = ([key]: KeyRing, recordId: string): string =>
  mac(key, 'password link', recordId).toString('base64url')

/** The code that binds the random bytes of a device to the one account it was logged into. */
export const deviceMac = (key: Buffer, userId: string, nonce: Buffer): Buffer =>
  mac(key, 'known device', `${userId} ${nonce.toString('hex')}`)

const bytesOfFamily = (family: string): Buffer => Buffer.from(family.replaceAll('-', ''), 'hex')

const refreshToken = (family: string, secret: Buffer): string =>
  Buffer.concat([bytesOfFamily(family), secret]).toString('base64url')

/** A new refresh token: the id of its family and 32 random bytes. */
export const firstRefreshToken = (family: string): string => refreshToken(family, randomBytes(32))

/** The family a refresh token says it is of; undefined for what is no token. */
export function familyOfToken(token: string | undefined): string | undefined {
  if (!token || !/^[\w-]{64}$/.test(token)) return undefined
  const hex = Buffer.from(token, 'base64url').subarray(0, 16).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/**
 * The token that follows another, one for each key. Being derived, it is the same for requests that come
 * together, and can be given again when the answer that carried it was lost.
 */
export const successorsOf = (token: string, family: string, keys: KeyRing): string[] =>
  keys.map((key) => refreshToken(family, mac(key, 'refresh successor', token)))
