import { describe, expect, it } from 'vitest'
import { titleScore } from './rules.ts'

describe('the score of a title', () => {
  it.each([
    ['Radio Pantura', 'radio pantura', 5],
    ['José Martín', 'jose', 4],
    ['Ngopi Bareng Humas', 'bareng', 3],
    ['Mataberita', 'berita', 2],
    ['Santosa', 'santoso', 1],
  ])('%s for %s is %d', (title, typed, score) => expect(titleScore(title, typed)).toBe(score))
})
