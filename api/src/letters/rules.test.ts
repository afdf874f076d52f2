import { expect, test } from 'vitest'
import { documentFileName } from '../platform/documents/file-name.ts'
import { headStyles } from '../platform/documents/head-lines.ts'
import { groupedNip, letterDate } from '../platform/documents/spelling.ts'
import { addresseeLines, bodyParts, defaultBody } from './rules.ts'

test('a letter is dated in Indonesian words, whatever the zone of the server', () => {
  expect(letterDate('2026-11-01')).toBe('1 November 2026')
  expect(letterDate('2025-12-31')).toBe('31 Desember 2025')
})

test('the number of a civil servant stands in its groups; another stays as it is', () => {
  expect(groupedNip('198001012005011001')).toBe('19800101 200501 1 001')
  expect(groupedNip('1980 0101 2005 0110 01')).toBe('19800101 200501 1 001')
  expect(groupedNip('12345678')).toBe('12345678')
  expect(groupedNip('')).toBe('')
})

test('day and place stand after the paragraph that announces them, else after the first', () => {
  const shipped = bodyParts(
    defaultBody({ title: 'Ngopi', contactName: 'Humas', contactPhone: '+6281234567890' }),
  )
  expect(shipped.before.at(-1)).toMatch(/kegiatan Ngopi yang akan diselenggarakan pada:$/)
  expect(shipped.after).toHaveLength(2)
  expect(shipped.after[0]).toContain('Humas melalui nomor +62\u00a0812\u00a03456\u00a07890.')
  expect(bodyParts('Satu.\n \nDua.\n\n\nTiga.')).toEqual({
    before: ['Satu.'],
    after: ['Dua.', 'Tiga.'],
  })
  expect(bodyParts('Hanya satu')).toEqual({ before: ['Hanya satu'], after: [] })
})

test('a letter is addressed to a guest with titles, position and outlet, as far as they are known', () => {
  const nobody = { position: null, outlet: null, group: null }
  expect(addresseeLines(undefined)).toEqual(['Rekan-rekan Media'])
  expect(addresseeLines({ ...nobody, guest: 'Suharto' })).toEqual(['Suharto'])
  expect(
    addresseeLines({
      guest: 'H. Budi, S.Sos.',
      position: 'Pemimpin Redaksi',
      outlet: 'Kabar',
      group: null,
    }),
  ).toEqual(['H. Budi, S.Sos.', 'Pemimpin Redaksi, Kabar'])
  expect(addresseeLines({ ...nobody, guest: 'Siti', outlet: 'Kabar' })).toEqual(['Siti', 'Kabar'])
  expect(addresseeLines({ ...nobody, guest: 'Siti', group: 'Pokja Imigrasi' })).toEqual([
    'Siti',
    'Koordinator Pokja Imigrasi',
  ])
})

test('the last line in capitals is the office, those above its parents, the rest its address', () => {
  const styles = (...lines: string[]) => headStyles(lines).map(({ style }) => style)
  expect(styles('KEMENTERIAN CONTOH', 'KANTOR CONTOH', 'Jalan Satu 1', '(0284) 321')).toEqual([
    'above',
    'name',
    'detail',
    'detail',
  ])
  expect(styles('Kantor Contoh', 'Jalan Satu 1')).toEqual(['name', 'detail'])
  expect(styles()).toEqual([])
})

test('a file name is of plain letters, whatever the names', () => {
  expect(documentFileName('surat undangan', 'Ngopi "Bareng"\r\nX', 'H. Şeyma, S.Sos.')).toBe(
    'surat-undangan-ngopi-bareng-x-h-seyma-s-sos.pdf',
  )
  expect(documentFileName('記者')).toBe('surat.pdf')
  expect(documentFileName('a'.repeat(300))).toHaveLength(84)
})
