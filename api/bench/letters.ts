import { monitorEventLoopDelay } from 'node:perf_hooks'
import { type LetterSheet, letterDocument } from '../src/letters/letter-document.ts'
import { addresseeLines, bodyParts, defaultBody } from '../src/letters/rules.ts'
import { printPdf } from '../src/platform/pdf/print-pdf.ts'
import { qrImage } from '../src/platform/pdf/qr-image.ts'

/** Letters in one file, and the longest they may take in milliseconds. */
const runs = [
  { name: '60 letters, first', letters: 60, limit: 3_000 },
  { name: '60 letters', letters: 60, limit: 3_000 },
  { name: '500 letters', letters: 500, limit: 15_000 },
]

const proofUrl = 'https://ngopi.example/surat/AbCdEfGhIjKlMnOpQrStUv'

const sheet: LetterSheet = {
  head: [
    { text: 'KANTOR WILAYAH CONTOH', style: 'above' },
    { text: 'KANTOR IMIGRASI CONTOH', style: 'name' },
    { text: 'Jalan Contoh Nomor 1, Pemalang', style: 'detail' },
  ],
  logo: null,
  number: 'CONTOH.1-HM.03.02-0001',
  nature: 'Biasa',
  attachment: '-',
  subject: 'Undangan Ngopi Bareng Humas',
  placeAndDate: 'Pemalang, 20 November 2026',
  ...bodyParts(
    defaultBody({
      title: 'Ngopi Bareng Humas',
      contactName: 'Humas',
      contactPhone: '+6281200009002',
    }),
  ),
  facts: [
    ['Hari, tanggal', 'Rabu, 25 November 2026'],
    ['Waktu', '09.00–11.30 WIB'],
    ['Tempat', 'Aula Lantai 2'],
  ],
  agenda: ['Pembukaan', 'Paparan kinerja', 'Tanya jawab', 'Ngopi bersama'].map((title, i) => ({
    at: `09.${i}0`,
    title,
  })),
  after: ['Demikian undangan ini kami sampaikan.'],
  signatoryTitle: 'Kepala Kantor',
  signatoryName: 'Nama Contoh',
  nip: '19800101 200501 1 001',
  copiesTo: ['Kepala Kantor Wilayah', 'Arsip'],
  proofUrl,
  proofImage: qrImage(proofUrl),
}

const guest = (i: number) =>
  addresseeLines({
    guest: `H. Tamu Contoh ${i}, S.Sos., M.I.Kom.`,
    position: 'Wartawan',
    outlet: `Media Contoh ${i % 25}`,
    group: null,
  })

/**
 * Prints how long letters in one file take, and how long requests would have waited meanwhile: the longest time the event
 * loop stood still. Fails where a file takes longer than it may.
 */
export async function timeLetters(): Promise<void> {
  const figures: Record<string, Record<string, number>> = {}
  let slow = false
  for (const { name, letters, limit } of runs) {
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const cpu = process.cpuUsage()
    const began = performance.now()
    const guests = Array.from({ length: letters }, (_, i) => guest(i))
    const file = await printPdf(letterDocument(sheet, guests))
    const took = performance.now() - began
    const { user, system } = process.cpuUsage(cpu)
    delay.disable()
    slow ||= took > limit
    figures[name] = {
      ms: Math.round(took),
      'at most ms': limit,
      'of processor ms': Math.round((user + system) / 1_000),
      pages: [...file.toString('latin1').matchAll(/\/Type \/Page\b(?!s)/g)].length,
      KiB: Math.round(file.length / 1024),
      'loop stood still ms': Math.round(delay.max / 1e6),
    }
  }
  console.table(figures)
  console.log(JSON.stringify(figures))
  if (slow) throw new Error('letters took longer than they may')
}
