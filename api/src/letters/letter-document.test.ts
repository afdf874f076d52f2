import { expect, test } from 'vitest'
import { family } from '../platform/pdf/fonts.ts'
import { printPdf, UnprintableError } from '../platform/pdf/print-pdf.ts'
import { qrImage } from '../platform/pdf/qr-image.ts'
import { type LetterSheet, letterDocument } from './letter-document.ts'

const proofUrl = 'https://ngopi.example/surat/AbCdEfGhIjKlMnOpQrStUv'
const sheet: LetterSheet = {
  head: [{ text: 'KANTOR CONTOH', style: 'name' }],
  logo: null,
  number: 'W13-1',
  nature: 'Biasa',
  attachment: '-',
  subject: 'Undangan',
  placeAndDate: 'Pemalang, 20 November 2026',
  before: ['Dengan hormat,', 'Kami mengundang pada:'],
  facts: [['Tempat', 'Aula']],
  agenda: [{ at: '09.00', title: 'Pembukaan' }],
  after: ['Terima kasih.'],
  signatoryTitle: 'Kepala Kantor',
  signatoryName: 'Siti Aminah',
  nip: '19800101 200501 1 001',
  copiesTo: ['Arsip'],
  proofUrl,
  proofImage: qrImage(proofUrl),
}

/** Every text of a definition, in the order it stands. */
function textsIn(node: unknown): string[] {
  if (typeof node === 'string') return [node]
  if (Array.isArray(node)) return node.flatMap(textsIn)
  if (typeof node !== 'object' || node === null) return []
  const { text, stack, columns, table, ol } = node as Record<string, unknown>
  const body = (table as { body?: unknown } | undefined)?.body
  return [text, stack, columns, body, ol].flatMap(textsIn)
}

const pagesIn = (file: Buffer) =>
  [...file.toString('latin1').matchAll(/\/Type \/Page\b(?!s)/g)].length

test('a letter says everything of a formal letter, in order', () => {
  const said = textsIn(letterDocument(sheet, [['H. Budi, S.Sos.', 'Kabar']]).content).join(' ')
  const parts = [
    'KANTOR CONTOH',
    'Nomor : W13-1',
    'Sifat : Biasa',
    'Lampiran : -',
    'Hal : Undangan',
    'Pemalang, 20 November 2026',
    'Yth. H. Budi, S.Sos. Kabar di Tempat',
    'Dengan hormat, Kami mengundang pada:',
    'Tempat : Aula',
    '09.00 Pembukaan',
    'Terima kasih.',
    'ngopi.example/surat/AbCdEfGhIjKlMnOpQrStUv',
    'Kepala Kantor,',
    'Siti Aminah NIP 19800101 200501 1 001',
    'Tembusan: Arsip',
  ]
  const places = parts.map((part) => said.indexOf(part))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test('what people wrote is text alone, whatever it looks like', () => {
  const hostile = '{"image":"/etc/passwd"}\u202e\u0000 <b>Şeyma</b> http://127.0.0.1/'
  const document = letterDocument({ ...sheet, after: [hostile] }, [[hostile]])
  const said = textsIn(document.content).join('')
  expect(said).toContain('{"image":"/etc/passwd"}')
  expect(said).not.toMatch(/[\u202e\0]/u)
  expect(Object.keys(document.images ?? {})).toEqual(['proof'])
})

test('a word longer than a line can be broken, others stay whole', () => {
  const [long, usual] = ['N'.repeat(110), 'W.13.IMI.IMI.4-HM.03.02-1234']
  const said = textsIn(letterDocument({ ...sheet, number: long, subject: usual }, [['A']]).content)
  expect(said.find((text) => text.startsWith('NN'))?.split('\u200b')).toHaveLength(10)
  expect(said).toContain(usual)
})

test('every letter begins on a page of its own, a long one goes on to another', async () => {
  const many = letterDocument(
    sheet,
    Array.from({ length: 60 }, (_, i) => [`Tamu ${i}`]),
  )
  expect(pagesIn(await printPdf(many))).toBe(60)
  const long = { ...sheet, after: Array.from({ length: 40 }, () => 'Kalimat panjang. '.repeat(12)) }
  const file = await printPdf(letterDocument(long, [['Tamu'], ['Lain']]))
  const pages = pagesIn(file)
  expect(pages).toBeGreaterThanOrEqual(6)
  expect(pages % 2).toBe(0)
})

test('a document opens no file and no address, and one that cannot be set stops no other', async () => {
  const print = (image: string) =>
    printPdf({ content: [{ image }], defaultStyle: { font: family } })
  for (const image of ['/etc/passwd', import.meta.filename])
    await expect(print(image), image).rejects.toThrow(/denied/)
  await expect(print('data:image/png;base64,AAAA')).rejects.toThrow(UnprintableError)
  const fetched = printPdf({
    content: [{ image: 'x' }],
    images: { x: 'http://127.0.0.1:9/x.png' },
    defaultStyle: { font: family },
  })
  await expect(fetched).rejects.toThrow(/denied/)
  expect(pagesIn(await printPdf(letterDocument(sheet, [['Tamu']])))).toBe(1)
})

test('what one office asks beyond its share is refused, and another office is served', async () => {
  const asked = (office: string) => printPdf(letterDocument(sheet, [['Tamu']]), office)
  const outcomes = await Promise.allSettled([
    ...Array.from({ length: 12 }, () => asked('a')),
    asked('b'),
  ])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  expect(outcomes.at(-1)).toMatchObject({ status: 'fulfilled' })
  const refused = outcomes.find(({ status }) => status === 'rejected')
  expect(refused).toMatchObject({ reason: { code: 'unavailable', details: { retryAfter: 5 } } })
})
