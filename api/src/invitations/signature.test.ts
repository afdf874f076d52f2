import { createHmac, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { newId } from '../platform/ids.ts'
import type { KeyRing } from '../platform/keys.ts'
import { passOf, readPass } from './pass.ts'
import { personalToken, readPersonalToken } from './personal-link.ts'
import { signedVersion } from './signature.ts'

const [key, other] = [randomBytes(32), randomBytes(32)]
const keys: KeyRing = [key]
const id = newId()
const upTo = (to: number) => ({ from: 1, to })

function versionIn(token: string, ring: KeyRing, to = 5) {
  const signed = readPersonalToken(token)
  return signed && signedVersion(ring, signed, upTo(to))
}

test('a token is the id and the first 16 bytes of the HMAC over id and version', () => {
  const bytes = Buffer.from(personalToken(keys, id, 3), 'base64url')
  const idHex = id.replaceAll('-', '')
  const mac = createHmac('sha256', key)
    .update(Buffer.from(`${idHex}00000003`, 'hex'))
    .digest()
  expect(bytes.toString('hex')).toBe(idHex + mac.subarray(0, 16).toString('hex'))
})

test('a token tells its invitation and version, with any of the keys', () => {
  const token = personalToken(keys, id, 3)
  expect(readPersonalToken(token)?.invitationId).toBe(id)
  expect(versionIn(token, keys)).toBe(3)
  expect(versionIn(token, [other, key])).toBe(3)
  expect(versionIn(token, [other])).toBeUndefined()
})

test('a version beyond those asked for is not found', () => {
  expect(versionIn(personalToken(keys, id, 3), keys, 2)).toBeUndefined()
})

test('any change of one bit is refused', () => {
  const bytes = Buffer.from(personalToken(keys, id, 1), 'base64url')
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const changed = Buffer.from(bytes)
    changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
    expect(versionIn(changed.toString('base64url'), keys)).toBeUndefined()
  }
})

test('a second spelling of a token is none', () => {
  const token = personalToken(keys, id, 1)
  for (const spelling of [
    `${token}=`,
    ` ${token}`,
    `${token}.`,
    token.slice(0, -1),
    `${token}A`,
    '',
  ]) {
    expect(readPersonalToken(spelling)).toBeUndefined()
  }
})

test('a pass carries its version and is no link', () => {
  const pass = passOf(keys, id, 2)
  const signed = readPass(pass)
  expect(signed && signedVersion(keys, signed, upTo(3))).toBe(2)
  expect(readPersonalToken(pass)).toBeUndefined()
  expect(readPersonalToken(pass.slice(4))).toBeUndefined()
  expect(readPass(personalToken(keys, id, 2))).toBeUndefined()
})
