import { describe, expect, it } from 'vitest'
import { changedFields, filledFields } from './changed-fields.ts'

describe('changedFields', () => {
  const base = { name: 'Kopi', city: 'Pemalang', tags: ['a'], phone: '' }

  it('keeps out what is as it was, lists too', () => {
    expect(changedFields({ ...base, tags: ['a'] }, base)).toEqual({})
  })

  it('sends an emptied field as null and a changed list whole', () => {
    expect(changedFields({ ...base, city: '', tags: ['a', 'b'] }, base)).toEqual({
      city: null,
      tags: ['a', 'b'],
    })
  })
})

it('filledFields leaves out what is empty', () => {
  expect(filledFields({ name: 'Kopi', city: '', tags: [], channel: null, flag: false })).toEqual({
    name: 'Kopi',
    flag: false,
  })
})
