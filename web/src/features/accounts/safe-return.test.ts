import { expect, it } from 'vitest'
import { safeReturn } from './safe-return.ts'

it('comes back to an address of this app', () =>
  expect(safeReturn('/media?q=suara')).toBe('/media?q=suara'))

it.each(['https://evil.example', '//evil.example', '/\\evil.example', '', undefined, '/masuk'])(
  'never follows %s',
  (address) => expect(safeReturn(address)).toBe('/'),
)
