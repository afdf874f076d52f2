import { expect, test } from 'vitest'
import { distinctLabels, presentText } from './label-rules.ts'

test('labels that differ in case alone are one, as first spelled and in the order given', () => {
  expect(distinctLabels(['Hukum', 'ekonomi', 'HUKUM', 'Ekonomi', 'desa'])).toEqual([
    'Hukum',
    'ekonomi',
    'desa',
  ])
})

test('emptied text is absent, untouched text stays untouched', () => {
  expect([presentText(''), presentText(null), presentText(undefined), presentText('a')]).toEqual([
    null,
    null,
    undefined,
    'a',
  ])
})
