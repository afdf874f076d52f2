import { expect, it } from 'vitest'
import { withOutlet, withoutAffiliation, withPrimary } from './affiliation-values.ts'

const outlet = (id: string) => ({ id, name: id })
const primaries = (list: { outlet: { id: string }; isPrimary: boolean }[]) =>
  list.filter((a) => a.isPrimary).map((a) => a.outlet.id)

const two = withOutlet(withOutlet([], outlet('a')), outlet('b'))

it('makes the first outlet the primary one, later ones not', () => {
  expect(primaries(two)).toEqual(['a'])
})

it('keeps exactly one primary when it is moved or removed', () => {
  expect(primaries(withPrimary(two, 1))).toEqual(['b'])
  expect(primaries(withoutAffiliation(two, 0))).toEqual(['b'])
  expect(primaries(withoutAffiliation(two, 1))).toEqual(['a'])
  expect(withoutAffiliation(withoutAffiliation(two, 0), 0)).toEqual([])
})
