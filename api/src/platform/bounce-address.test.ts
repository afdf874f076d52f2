import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { bounceAddressFor, longestBounceLocal, mailOfBounceAddress } from './bounce-address.ts'
import { deriveKeys } from './keys.ts'

const { bounce } = deriveKeys(['rahasia'])
const base = 'pantul@humas.example'

describe('the address a mail comes back to', () => {
  it('says which mail it was, also in capitals and after the key was replaced', () => {
    for (const mailId of [
      randomUUID(),
      '00000000-0000-0000-0000-000000000001',
      'ffffffff-ffff-ffff-ffff-ffffffffffff',
    ]) {
      const address = bounceAddressFor(base, bounce, mailId)
      expect(address).toMatch(/^pantul\+[0-9a-v]{26}\.[0-9a-v]{16}@humas\.example$/)
      expect(mailOfBounceAddress(base, bounce, address)).toBe(mailId)
      expect(mailOfBounceAddress(base, bounce, address.toUpperCase())).toBe(mailId)
      const replaced = deriveKeys(['baru', 'rahasia']).bounce
      expect(mailOfBounceAddress(base, replaced, address)).toBe(mailId)
    }
  })

  it('fits into what a mailbox name may hold', () => {
    const longest = `${'p'.repeat(longestBounceLocal)}@humas.example`
    expect(bounceAddressFor(longest, bounce, randomUUID()).indexOf('@')).toBe(64)
  })

  it('cannot be made by others, nor for another mail or domain', () => {
    const address = bounceAddressFor(base, bounce, randomUUID())
    const other = bounceAddressFor(base, bounce, randomUUID())
    const mac = (of: string) => of.slice(of.indexOf('.'))
    for (const wrong of [
      base,
      'pantul+@humas.example',
      `pantul+${'v'.repeat(26)}.${'v'.repeat(16)}@humas.example`,
      `pantul+${'z'.repeat(26)}.${'0'.repeat(16)}@humas.example`,
      address.slice(0, address.indexOf('.')) + mac(other),
      address.replace('humas.example', 'lain.example'),
      address.replace('pantul', 'lain'),
      `${address}.lain`,
      bounceAddressFor(base, deriveKeys(['lain']).bounce, randomUUID()),
    ])
      expect(mailOfBounceAddress(base, bounce, wrong), wrong).toBeUndefined()
  })
})
