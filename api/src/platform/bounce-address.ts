import { createHmac, timingSafeEqual } from 'node:crypto'
import type { KeyRing } from './keys.ts'

/** 80 bits: who would forge one must ask this server each time. */
const macBytes = 10

// Digits and lower-case letters alone: some relays fold the case of an address on its way back.
const encode = (bytes: Buffer): string =>
  BigInt(`0x${bytes.toString('hex')}`)
    .toString(32)
    .padStart(Math.ceil((bytes.length * 8) / 5), '0')

const idDigits = 26

function uuidFrom(digits: string): string {
  const value = [...digits].reduce((sum, digit) => sum * 32n + BigInt(parseInt(digit, 32)), 0n)
  const hex = value.toString(16).padStart(32, '0')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function tokenOf(key: Buffer, mailId: string): string {
  const id = Buffer.from(mailId.replaceAll('-', ''), 'hex')
  const mac = createHmac('sha256', key).update(id).digest().subarray(0, macBytes)
  return `${encode(id)}.${encode(mac)}`
}

const split = (address: string): [local: string, domain: string] => {
  const at = address.lastIndexOf('@')
  return [address.slice(0, at), address.slice(at + 1)]
}

/** How many characters the part before the @ may have, so that what is added fits into the 64 of RFC 5321. */
export const longestBounceLocal = 64 - 1 - (idDigits + 1 + Math.ceil((macBytes * 8) / 5))

/** Where one mail comes back to when it cannot be delivered (VERP): the address itself says which mail it was. */
export function bounceAddressFor(address: string, keys: KeyRing, mailId: string): string {
  const [local, domain] = split(address)
  return `${local}+${tokenOf(keys[0], mailId)}@${domain}`
}

/** The mail that an address made by `bounceAddressFor` stands for; undefined for every other address. */
export function mailOfBounceAddress(
  address: string,
  keys: KeyRing,
  recipient: string,
): string | undefined {
  const [local, domain] = split(address.toLowerCase())
  const asked = recipient.toLowerCase()
  const digits = asked.slice(local.length + 1, local.length + 1 + idDigits)
  if (!new RegExp(`^[0-9a-v]{${idDigits}}$`).test(digits)) return undefined
  const mailId = uuidFrom(digits)
  // A number beyond 128 bits is no id.
  if (mailId.length !== 36) return undefined
  const given = Buffer.from(asked)
  const genuine = keys.some((key) => {
    const expected = Buffer.from(`${local}+${tokenOf(key, mailId)}@${domain}`)
    return expected.length === given.length && timingSafeEqual(expected, given)
  })
  return genuine ? mailId : undefined
}
