import { expect, it } from 'vitest'
import { matchTyped } from './match-typed.ts'

const outlets = ['Radar Tegal', 'Radar Tegal TV', 'Suara Bahari FM', "Warta Nur'aini"].map(
  (name) => ({
    name,
  }),
)
const match = (typed: string) => matchTyped(typed, outlets)?.name

it('takes the one of that very name, however it is spelt', () => {
  expect(match(' radar  TEGAL ')).toBe('Radar Tegal')
  expect(match('Warta Nur’aini')).toBe("Warta Nur'aini")
})

it('takes the only one that holds every word', () => {
  expect(match('bahari')).toBe('Suara Bahari FM')
  expect(match('fm suara')).toBe('Suara Bahari FM')
})

it('takes nobody where there is a choice, or only a resemblance', () => {
  expect(match('radar')).toBeUndefined()
  expect(match('Suara Baharu')).toBeUndefined()
  expect(match('')).toBeUndefined()
  expect(matchTyped('Budi', [{ name: 'Budi' }, { name: 'budi' }])).toBeUndefined()
})
