import { calendarDate, line, timeZone, webAddress } from '@ngopi/shared/common'
import { emailAddress } from '@ngopi/shared/contact'
import { journalistsApi } from '@ngopi/shared/journalists'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { issueText } from './issue-text.ts'

const schema = z.object({
  name: line(5),
  site: webAddress,
  mail: emailAddress,
  zone: timeZone,
  day: calendarDate,
  seats: z.int().min(1).max(9),
  kind: z.enum(['a', 'b']),
})
const good = {
  name: 'Ani',
  site: 'https://a.example',
  mail: 'a@b.example',
  zone: 'Asia/Jakarta',
  day: '2025-10-29',
  seats: 3,
  kind: 'a',
}

const outletId = '0197b2a0-0000-7000-8000-000000000001'

const textFor = (patch: Record<string, unknown>, locale: 'id' | 'en' = 'id') => {
  const body = { ...good, ...patch }
  return schema.safeParse(body).error?.issues.map((issue) => issueText(issue, body, locale))
}

describe('issueText', () => {
  it('finds nothing in a good body', () => expect(textFor({})).toBeUndefined())

  it.each([
    [{ name: '' }, 'Wajib diisi.'],
    [{ name: undefined }, 'Wajib diisi.'],
    [{ name: 'terlalu panjang' }, 'Paling banyak 5 karakter.'],
    [{ site: 'media' }, 'Tulis alamat lengkap, misalnya https://media.example.'],
    [{ mail: 'ani' }, 'Tulis alamat surel lengkap, misalnya nama@media.example.'],
    [{ zone: 'Nowhere' }, 'Pilih zona waktu.'],
    [{ day: '29/10/25' }, 'Tulis tanggal lengkap.'],
    [{ seats: 0 }, 'Paling kecil 1.'],
    [{ seats: 'x' }, 'Isi dengan angka.'],
    [{ kind: 'c' }, 'Pilih salah satu.'],
  ])('%o: %s', (patch, text) => expect(textFor(patch)).toContain(text))

  it.each([
    [
      [{ outletId, from: '2025-10-29', until: '2025-10-28' }],
      'Tanggal akhir mendahului tanggal awal.',
    ],
    [
      [
        { outletId, isPrimary: true },
        { outletId, isPrimary: true },
      ],
      'Hanya satu penugasan yang dapat menjadi utama.',
    ],
  ])('says what is wrong with affiliations: %o', (affiliations, text) => {
    const body = { fullName: 'Ani', affiliations }
    const issues = journalistsApi.create.schema.body.safeParse(body).error?.issues
    expect(issues?.map((issue) => issueText(issue, body, 'id'))).toEqual([text])
  })

  it('speaks English when asked', () => expect(textFor({ name: '' }, 'en')).toEqual(['Required.']))
})
