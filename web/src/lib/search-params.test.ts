import { describe, expect, it } from 'vitest'
import {
  flag,
  oneOf,
  parseSearch,
  someOf,
  stringifySearch,
  text,
  textList,
} from './search-params.ts'

describe('the query of an address', () => {
  it('is plain text both ways', () => {
    expect(stringifySearch({ q: 'suara & pena', status: 'draft,done', buka: undefined })).toBe(
      '?q=suara+%26+pena&status=draft,done',
    )
    expect(parseSearch('?q=suara+%26+pena&status=draft&status=done')).toEqual({
      q: 'suara & pena',
      status: 'draft,done',
    })
    expect(stringifySearch({ q: '' })).toBe('')
  })

  it('reads a hand-written address without trusting it', () => {
    expect(oneOf(['name', '-name']).read('drop')).toBeUndefined()
    expect(someOf(['online', 'print']).read('print,nonsense')).toEqual(['print'])
    expect(flag.read('yes')).toBe(false)
    expect(textList.read(undefined)).toEqual([])
  })

  it('never writes a default', () => {
    expect([
      text.write(''),
      flag.write(false),
      textList.write([]),
      someOf(['a']).write([]),
    ]).toEqual(Array(4).fill(undefined))
  })
})
