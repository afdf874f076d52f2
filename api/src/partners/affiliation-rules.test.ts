import { describe, expect, test } from 'vitest'
import {
  isCurrent,
  planAffiliations,
  type StoredAffiliation,
  type WantedAffiliation,
  withPrimary,
} from './affiliation-rules.ts'

const today = '2025-10-29'
const at = (outletId: string, values: Partial<WantedAffiliation> = {}): WantedAffiliation => ({
  outletId,
  position: null,
  isPrimary: false,
  from: null,
  until: null,
  ...values,
})
const stored = (
  id: string,
  outletId: string,
  values: Partial<WantedAffiliation> = {},
): StoredAffiliation => ({ id, ...at(outletId, values) })

test.each([
  [null, null, true],
  ['2025-10-29', null, true],
  ['2025-10-30', null, false],
  [null, '2025-10-29', true],
  [null, '2025-10-28', false],
])('from %s until %s is current: %s', (from, until, current) => {
  expect(isCurrent({ from, until }, today)).toBe(current)
})

describe('the primary one', () => {
  const primaries = (list: WantedAffiliation[]) => withPrimary(list, today).map((a) => a.isPrimary)

  test('is the one that says so', () => {
    expect(primaries([at('a'), at('b', { isPrimary: true })])).toEqual([false, true])
  })
  test('is else the first that is current', () => {
    expect(primaries([at('a', { until: '2024-01-01' }), at('b'), at('c')])).toEqual([
      false,
      true,
      false,
    ])
  })
  test('is none where all have ended', () => {
    expect(primaries([at('a', { until: '2024-01-01' })])).toEqual([false])
  })
})

describe('a new list', () => {
  test('leaves alone what it repeats', () => {
    const list = [stored('1', 'a', { isPrimary: true }), stored('2', 'b')]
    expect(planAffiliations(list, [at('b'), at('a', { isPrimary: true })])).toEqual({
      remove: [],
      change: [],
      add: [],
    })
  })
  test('changes, removes and adds the rest', () => {
    const list = [stored('1', 'a'), stored('2', 'b')]
    const plan = planAffiliations(list, [at('c'), at('a', { position: 'Redaktur' })])
    expect(plan.remove.map(({ id }) => id)).toEqual(['2'])
    expect(plan.change).toEqual([stored('1', 'a', { position: 'Redaktur' })])
    expect(plan.add).toEqual([{ wanted: at('c'), index: 0 }])
  })
  test('tells two periods at one outlet apart', () => {
    const list = [
      stored('1', 'a', { from: '2019-01-01', until: '2020-12-31' }),
      stored('2', 'a', { from: '2023-01-01' }),
    ]
    const plan = planAffiliations(list, [
      at('a', { from: '2023-01-01', until: '2025-06-30' }),
      at('a', { from: '2019-01-01', until: '2020-12-31' }),
    ])
    expect(plan).toEqual({
      remove: [],
      change: [stored('2', 'a', { from: '2023-01-01', until: '2025-06-30' })],
      add: [],
    })
  })
  test('takes the primary mark away before it gives it', () => {
    const list = [stored('1', 'a'), stored('2', 'b', { isPrimary: true })]
    const plan = planAffiliations(list, [at('a', { isPrimary: true }), at('b')])
    expect(plan.change.map(({ id }) => id)).toEqual(['2', '1'])
  })
})
