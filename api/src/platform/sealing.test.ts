import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deriveKeys } from './keys.ts'
import { Sealing } from './sealing.ts'

const keysOf = (...secrets: string[]) => deriveKeys(secrets).storedText

test('what was sealed is read again, and tells nothing by itself', () => {
  const sealing = new Sealing(keysOf('satu'))
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const stored = sealing.seal(text)
      expect(sealing.open(stored)).toBe(text)
      expect(stored).not.toBe(sealing.seal(text))
      if (text.length > 3) expect(stored).not.toContain(text)
    }),
  )
})

test('an older key still opens, a foreign one does not, nor does a changed text', () => {
  const stored = new Sealing(keysOf('lama')).seal('tautan')
  expect(new Sealing(keysOf('baru', 'lama')).open(stored)).toBe('tautan')
  expect(new Sealing(keysOf('baru')).open(stored)).toBeUndefined()
  const at = stored.length - 2
  const changed = stored.slice(0, at) + (stored[at] === 'A' ? 'B' : 'A') + stored.slice(at + 1)
  expect(new Sealing(keysOf('lama')).open(changed)).toBeUndefined()
  expect(new Sealing(keysOf('lama')).open('sealed:pendek')).toBeUndefined()
})

test('a text from before is read as it is', () => {
  expect(new Sealing(keysOf('satu')).open('Yth. Bapak/Ibu')).toBe('Yth. Bapak/Ibu')
})
