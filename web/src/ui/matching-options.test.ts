import { describe, expect, it } from 'vitest'
import { matchingOptions } from './matching-options.ts'

const options = [
  { value: '1', label: 'Kabar Pemalang' },
  { value: '2', label: 'Kabar Slawi' },
]

describe('matchingOptions', () => {
  it('shows all while nothing is typed', () =>
    expect(matchingOptions(options, [], ' ')).toEqual(options))

  it('asks for every word, in any order and case', () =>
    expect(matchingOptions(options, [], 'pemalang KABAR')).toEqual([options[0]]))

  it('adds what was found elsewhere, each once, misspelt or not', () => {
    const found = [
      { value: '1', label: 'Kabar Pemalang' },
      { value: '9', label: 'Khabar Jateng' },
    ]
    expect(matchingOptions(options, found, 'kabar p')).toEqual([options[0], found[1]])
  })
})
