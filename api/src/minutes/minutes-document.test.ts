import { expect, test } from 'vitest'
import { printPdf } from '../platform/pdf/print-pdf.ts'
import { type MinutesPaper, minutesDocument } from './minutes-document.ts'

const paper: MinutesPaper = {
  head: [{ text: 'KANTOR CONTOH', style: 'name' }],
  logo: null,
  title: 'Ngopi Bareng Humas',
  facts: [['Hari, tanggal', 'Rabu, 29 Oktober 2025']],
  body: [
    { type: 'heading', level: 2, content: [{ text: 'Acara' }] },
    { type: 'list', ordered: true, items: [[{ text: 'Pembukaan' }], [{ text: 'Paparan' }]] },
    {
      type: 'paragraph',
      content: [
        { text: 'Data ada di ' },
        { text: 'laman ini', href: 'https://contoh.example/data' },
        { text: 'humas@contoh.example', href: 'mailto:humas@contoh.example?subject=x', bold: true },
      ],
    },
    { type: 'paragraph', content: [] },
  ],
  draft: true,
  placeAndDate: 'Pemalang, 29 Oktober 2025',
  minuteTaker: 'Sugiarto',
  signatoryTitle: 'Kepala Kantor',
  signatoryName: 'Siti Aminah',
  rank: 'Penata Tingkat I',
  nip: '19800101 200501 1 001',
  attended: [{ guest: 'Budi', outlet: 'Kabar Pagi', at: '09.02 WIB' }],
}

/** Every text of a definition, in the order it stands. */
function textsIn(node: unknown): string[] {
  if (typeof node === 'string') return [node]
  if (Array.isArray(node)) return node.flatMap(textsIn)
  if (typeof node !== 'object' || node === null) return []
  const { text, stack, columns, table, ol, ul } = node as Record<string, unknown>
  const body = (table as { body?: unknown } | undefined)?.body
  return [text, stack, columns, body, ol, ul].flatMap(textsIn)
}
const said = (more: Partial<MinutesPaper> = {}) =>
  textsIn(minutesDocument({ ...paper, ...more }).content).join(' ')
const pagesIn = (file: Buffer) =>
  [...file.toString('latin1').matchAll(/\/Type \/Page\b(?!s)/g)].length

test('minutes say everything in order, links by their address, and who attended', () => {
  const parts = [
    'KANTOR CONTOH',
    'NOTULA Ngopi Bareng Humas',
    'KONSEP',
    'Hari, tanggal : Rabu, 29 Oktober 2025',
    'Acara Pembukaan Paparan',
    'laman ini  (https://contoh.example/data) humas@contoh.example',
    'Notulis, Sugiarto',
    'Pemalang, 29 Oktober 2025 Kepala Kantor, Siti Aminah Penata Tingkat I NIP 19800101 200501 1 001',
    'Lampiran notula DAFTAR HADIR',
    'No. Nama Media Waktu 1 Budi Kabar Pagi 09.02 WIB',
  ]
  const whole = said()
  const places = parts.map((part) => whole.indexOf(part))
  expect(places, whole).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(whole).not.toContain('subject=x')
})

test('what is signed is no draft, and where nobody came there is no list', () => {
  expect(said({ draft: false })).not.toContain('KONSEP')
  expect(minutesDocument({ ...paper, draft: false }).pageFooter?.text).not.toContain('KONSEP')
  expect(said({ attended: [] })).not.toContain('DAFTAR HADIR')
})

test('long minutes with long names and words fill pages and come to an end', async () => {
  const text = (letters: number) => 'kata yang ditulis '.repeat(letters / 18)
  const body: MinutesPaper['body'] = [
    { type: 'heading', level: 2, content: [{ text: text(3900) }] },
    { type: 'paragraph', content: [{ text: 'M'.repeat(4000) }] },
    ...Array.from({ length: 8 }, () => [
      { type: 'heading' as const, level: 2, content: [{ text: 'Acara' }] },
      { type: 'heading' as const, level: 3, content: [{ text: 'Bagian' }] },
      { type: 'paragraph' as const, content: [{ text: text(1100), bold: true }] },
      {
        type: 'list' as const,
        ordered: true,
        items: [[{ text: text(3000) }], [], [{ text: 'x' }]],
      },
    ]).flat(),
    { type: 'heading', level: 2, content: [{ text: 'Penutup' }] },
  ]
  const guest = `Dr. H. ${'Kusumadiningrat '.repeat(9)}, S.Sos., M.I.Kom.`
  const attended = Array.from({ length: 60 }, () => ({ guest, outlet: 'N'.repeat(160), at: '' }))
  const long = { ...paper, body, attended, signatoryName: guest, minuteTaker: guest }
  const pages = pagesIn(await printPdf(minutesDocument(long)))
  expect(pages).toBeGreaterThan(12)
  expect(pages).toBeLessThan(35)
  expect(pagesIn(await printPdf(minutesDocument({ ...paper, attended: [] })))).toBe(1)
})
