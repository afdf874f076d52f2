import { expect, test } from 'vitest'
import { everyItem } from './query.ts'

test('every page is read once, in order, up to the one that names no next', async () => {
  const pages = [
    { items: [1, 2], nextCursor: 'b' },
    { items: [], nextCursor: 'c' },
    { items: [3], nextCursor: null },
  ]
  const asked: unknown[] = []
  const all = await everyItem(async (after) => {
    asked.push(after)
    return pages[asked.length - 1] ?? { items: [], nextCursor: null }
  })
  expect(all).toEqual([1, 2, 3])
  expect(asked).toEqual([{}, { cursor: 'b' }, { cursor: 'c' }])
})
