import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { withoutBlanks } from './blank-fields.ts'

const schema = z.strictObject({
  name: z.string().trim().min(1),
  website: z.url().nullish(),
  code: z.string().min(1).optional(),
  note: z.string(),
  tags: z.array(z.string()),
})

describe('withoutBlanks', () => {
  it('tells "none" from "left out" by what the contract takes', () => {
    const blank = { name: '', website: '', code: '', note: '', tags: [] }
    expect(withoutBlanks(schema, blank)).toEqual({
      name: undefined,
      website: null,
      code: undefined,
      note: '',
      tags: [],
    })
  })

  it('leaves what was typed alone', () => {
    const typed = { name: 'A', website: 'https://a.example', code: '1', note: 'x', tags: ['b'] }
    expect(withoutBlanks(schema, typed)).toEqual(typed)
  })
})
