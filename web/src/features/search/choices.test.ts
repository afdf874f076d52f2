import { expect, it } from 'vitest'
import { byKind, type Choice, matching } from './choices.ts'

const choice = (label: string): Choice => ({ key: label, label, icon: 'plus', to: '/' })
const labels = (choices: readonly Choice[]) => choices.map((c) => c.label)

it('groups hits by kind, led by the kind of the best hit', () => {
  const groups = byKind([
    { kind: 'outlet', id: '1', title: 'Kopi Pos', subtitle: null },
    { kind: 'journalist', id: '2', title: 'Kopina', subtitle: 'Kopi Pos' },
    { kind: 'outlet', id: '3', title: 'Kopi TV', subtitle: null },
  ])
  expect(groups.map((group) => [group.key, labels(group.choices)])).toEqual([
    ['outlet', ['Kopi Pos', 'Kopi TV']],
    ['journalist', ['Kopina']],
  ])
  expect(groups[1]?.choices[0]?.to).toBe('/wartawan/2')
})

it('finds actions by the beginnings of their words, in any order and case', () => {
  const all = [choice('Catat wartawan'), choice('Catat media'), choice('Wartawan')]
  expect(labels(matching(all, 'WART'))).toEqual(['Catat wartawan', 'Wartawan'])
  expect(labels(matching(all, 'med cat'))).toEqual(['Catat media'])
  expect(matching(all, 'rtawan')).toEqual([])
})
