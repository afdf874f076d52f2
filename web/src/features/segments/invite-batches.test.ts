import { expect, it } from 'vitest'
import { inBatches } from './invite-batches.ts'

it('splits a choice without losing or repeating anybody', () => {
  expect(inBatches(['a', 'b', 'c', 'd', 'e'], 2)).toEqual([['a', 'b'], ['c', 'd'], ['e']])
  expect(inBatches(['a', 'b'], 2)).toEqual([['a', 'b']])
  expect(inBatches([])).toEqual([])
})
