import { expect, it } from 'vitest'
import { withoutRow } from './without-row.ts'

const page = { items: [{ id: 'a' }, { id: 'b' }], nextCursor: null }

it('takes a row out of one page, of many pages, and leaves anything else alone', () => {
  const left = { items: [{ id: 'b' }], nextCursor: null }
  expect(withoutRow('a')(page)).toEqual(left)
  expect(withoutRow('a')({ pages: [page], pageParams: [''] })).toEqual({
    pages: [left],
    pageParams: [''],
  })
  expect(withoutRow('a')({ id: 'a', name: 'Kopi' })).toEqual({ id: 'a', name: 'Kopi' })
})
