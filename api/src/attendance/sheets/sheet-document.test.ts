import { expect, test } from 'vitest'
import { printPdf } from '../../platform/pdf/print-pdf.ts'
import { badgeDocument } from './badge-document.ts'
import { fittingSize } from './fit-text.ts'
import { type AttendanceSheet, emptyRow, sheetDocument } from './sheet-document.ts'
import { purposeSentence } from './sheet-rules.ts'

const row = { guest: 'Sugiarto', outlet: 'Kabar Pagi', phone: '…1234', arrival: '09.02 WIB' }
const sheet: AttendanceSheet = {
  head: [{ text: 'KANTOR CONTOH', style: 'name' }],
  logo: null,
  title: 'Ngopi Bareng Humas',
  facts: [['Tempat', 'Aula']],
  purpose: purposeSentence({ office: 'Kantor Contoh', title: 'Ngopi', contact: 'Humas' }),
  placeAndDate: 'Pemalang, 29 Oktober 2025',
  rows: [row],
  withArrival: false,
  signatoryTitle: 'Kepala Kantor',
  signatoryName: 'Siti Aminah',
  nip: '19800101 200501 1 001',
}

/** Every text of a definition, in the order it stands. */
function textsIn(node: unknown): string[] {
  if (typeof node === 'string') return [node]
  if (Array.isArray(node)) return node.flatMap(textsIn)
  if (typeof node !== 'object' || node === null) return []
  const { text, stack, columns, table } = node as Record<string, unknown>
  const body = (table as { body?: unknown } | undefined)?.body
  return [text, stack, columns, body].flatMap(textsIn)
}

/** Every node of a definition that has this property. */
function having(node: unknown, property: string): Record<string, unknown>[] {
  if (Array.isArray(node)) return node.flatMap((one) => having(one, property))
  if (typeof node !== 'object' || node === null) return []
  const found = node as Record<string, unknown>
  return [
    ...(property in found ? [found] : []),
    ...Object.values(found).flatMap((one) => having(one, property)),
  ]
}

const pagesIn = (file: Buffer) =>
  [...file.toString('latin1').matchAll(/\/Type \/Page\b(?!s)/g)].length

test('a sheet says everything of an attendance sheet, in order, and why the data is taken', () => {
  const said = textsIn(sheetDocument(sheet).content).join(' ')
  const parts = [
    'KANTOR CONTOH',
    'DAFTAR HADIR',
    'Ngopi Bareng Humas',
    'Tempat : Aula',
    'dikumpulkan oleh Kantor Contoh untuk mencatat kehadiran',
    'disimpan selama diperlukan',
    'penghapusannya melalui Humas',
    'No. Nama Media No. HP Tanda tangan',
    '1 Sugiarto Kabar Pagi …1234 1.',
    'Pemalang, 29 Oktober 2025',
    'Kepala Kantor,',
    'Siti Aminah NIP 19800101 200501 1 001',
  ]
  const places = parts.map((part) => said.indexOf(part))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(said).not.toContain('09.02')
  const filled = textsIn(sheetDocument({ ...sheet, withArrival: true }).content).join(' ')
  expect(filled).toContain('No. HP Masuk Tanda tangan 1 Sugiarto Kabar Pagi …1234 09.02 WIB 1.')
})

test('signatures are numbered at the left and in the middle by turns', () => {
  const document = sheetDocument({ ...sheet, rows: [row, emptyRow, emptyRow] })
  const places = having(document.content, 'text').filter(({ text }) => /^\d\.$/.test(String(text)))
  expect(places.map(({ text, margin }) => [text, (margin as number[])[0]])).toEqual([
    ['1.', 0],
    ['2.', 52],
    ['3.', 0],
  ])
})

test('sixty guests with long names fill pages, each with the head of the table and its number', async () => {
  const guest = `Dr. H. ${'Kusumadiningrat '.repeat(9)}, S.Sos., M.I.Kom.`
  const rows = Array.from({ length: 60 }, () => ({ ...row, guest, outlet: 'N'.repeat(160) }))
  const document = sheetDocument({ ...sheet, rows, withArrival: true })
  expect(having(document.content, 'headerRows')).toMatchObject([{ headerRows: 1 }])
  const pages = pagesIn(await printPdf(document))
  expect(pages).toBeGreaterThan(5)
  expect(pages).toBeLessThan(20)
  expect(pagesIn(await printPdf(sheetDocument(sheet)))).toBe(1)
})

const session = { title: 'Ngopi', office: 'Kantor Contoh', day: 'Rabu, 29 Oktober 2025' }
const badge = { guest: 'Budi', outlet: 'Kabar', pass: 'NG1.abc' }

test('eight badges stand on a page, each with its own pass', async () => {
  const badges = Array.from({ length: 17 }, (_, i) => ({ ...badge, pass: `NG1.${i}` }))
  const document = badgeDocument(session, badges)
  expect(having(document.content, 'qr').map(({ qr }) => qr)).toEqual(badges.map((b) => b.pass))
  expect(pagesIn(await printPdf(document))).toBe(3)
  expect(pagesIn(await printPdf(badgeDocument(session, badges.slice(0, 8))))).toBe(1)
})

test('a name is as large as it fits, and its text is whole', () => {
  const long = `Raden ${'Kristianingsih '.repeat(9)}Wongsonegoro, S.Sos.`
  const document = badgeDocument(session, [badge, { ...badge, guest: long }])
  const [short, shrunk] = having(document.content, 'bold').filter(({ bold }) => bold)
  expect(short?.fontSize).toBe(26)
  expect(shrunk?.fontSize).toBeLessThan(13)
  expect(textsIn(shrunk?.text).join('')).toBe(long)
})

test('even the widest name that may be written fits its box', () => {
  const box = { width: 231, height: 64, largest: 26, least: 5 }
  const size = fittingSize('M'.repeat(160), box)
  // 12 letters stay together; each is as wide as the size at most.
  const perLine = Math.floor(box.width / size / 12) * 12
  expect(Math.ceil(160 / perLine) * size * 1.36).toBeLessThanOrEqual(box.height + size)
  expect(fittingSize('Sugiarto', box)).toBe(26)
  expect(fittingSize('Muhammad Abdurrahman Wiryosukarto', box)).toBeGreaterThanOrEqual(16)
})
