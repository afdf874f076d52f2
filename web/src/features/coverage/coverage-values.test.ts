import { newCoverage } from '@ngopi/shared/coverage'
import { describe, expect, it } from 'vitest'
import {
  bodyOfCoverage,
  emptyCoverage,
  filledFrom,
  isAddress,
  type Preview,
} from './coverage-values.ts'

const id = '0199a000-0000-7000-8000-000000000001'
const zone = 'Asia/Jakarta'
const preview: Preview = {
  canonicalUrl: 'https://media.example/a',
  title: 'Ngopi bareng',
  publishedAt: '2025-10-29T17:30:00.000Z',
  author: null,
  outletId: id,
  outletName: 'Media Contoh',
  excerpt: 'Isi.',
  imageUrl: null,
  language: 'id',
  duplicates: [],
}

describe('bodyOfCoverage', () => {
  const filled = {
    ...emptyCoverage(null),
    url: 'https://media.example/a',
    title: 'Ngopi bareng',
    day: '2025-10-30',
    time: '00:30',
    placement: 'halaman 3',
    outlet: { id, name: 'Media Contoh' },
  }

  it('reads the time by the clocks of the office', () => {
    expect(bodyOfCoverage(filled, zone).publishedAt).toBe('2025-10-29T17:30:00.000Z')
    expect(bodyOfCoverage(filled, 'Asia/Jayapura').publishedAt).toBe('2025-10-29T15:30:00.000Z')
  })

  it('is a body the contract accepts, with what the kind has and nothing else', () => {
    const online = bodyOfCoverage(filled, zone)
    expect(newCoverage.safeParse(online).success).toBe(true)
    expect(online.placement).toBeNull()
    const print = bodyOfCoverage({ ...filled, kind: 'print' }, zone)
    expect(newCoverage.safeParse(print).success).toBe(true)
    expect(print).toMatchObject({ url: null, placement: 'halaman 3' })
  })

  it('tells "no" from "not said"', () => {
    expect(bodyOfCoverage({ ...filled, quoted: 'no' }, zone).spokespersonQuoted).toBe(false)
    expect(bodyOfCoverage({ ...filled, quoted: 'yes' }, zone).spokespersonQuoted).toBe(true)
    expect(bodyOfCoverage(filled, zone).spokespersonQuoted).toBeNull()
  })
})

describe('filledFrom', () => {
  it('fills empty fields, the day by the clocks of the office', () => {
    expect(filledFrom(preview, emptyCoverage(null), zone)).toEqual({
      title: 'Ngopi bareng',
      excerpt: 'Isi.',
      day: '2025-10-30',
      time: '00:30',
      outlet: { id, name: 'Media Contoh' },
    })
  })

  it('never overwrites what a person wrote', () => {
    const typed = { ...emptyCoverage(null), title: 'Judul saya', day: '2025-10-28' }
    const found = filledFrom(preview, typed, zone)
    expect(found).not.toHaveProperty('title')
    expect(found).not.toHaveProperty('day')
    expect(found).not.toHaveProperty('time')
  })
})

describe('isAddress', () => {
  it('tells an address from words and from half an address', () => {
    expect(isAddress(' https://media.example/a ')).toBe(true)
    for (const other of ['', 'media', 'https://', 'ftp://a.b/c', 'https://a.b c'])
      expect(isAddress(other)).toBe(false)
  })
})
