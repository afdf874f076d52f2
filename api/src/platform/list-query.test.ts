import { expect, test } from 'vitest'
import { cappedTotal, holding, MAX_COUNTED } from './list-query.ts'

test('a total beyond what is counted is said to be more', () => {
  expect(cappedTotal(MAX_COUNTED)).toEqual({ total: 10_000 })
  expect(cappedTotal(MAX_COUNTED + 1)).toEqual({ total: 10_000, totalCapped: true })
})

test('what is typed into a search means itself', () => {
  expect(holding('50%_\\')).toBe('%50\\%\\_\\\\%')
  expect(holding('')).toBeNull()
  expect(holding(undefined)).toBeNull()
})
