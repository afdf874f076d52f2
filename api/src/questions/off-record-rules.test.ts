import { describe, expect, it } from 'vitest'
import { offRecordIn } from './off-record-rules.ts'

const holds = offRecordIn({
  withheld: [
    'Apakah benar ada pejabat yang diperiksa? Mohon dijawab dengan jelas.',
    'Siapa?',
    'Terima kasih atas pertanyaan Bapak.\nYang bersangkutan sudah dipanggil dua kali.',
  ],
  topics: ['Pemeriksaan'],
  open: ['Terima kasih atas pertanyaan Bapak. Paspor selesai dalam tiga hari.'],
})

describe('text off the record', () => {
  it.each([
    'Apakah benar ada pejabat yang diperiksa? Mohon dijawab dengan jelas.',
    'Laras (Kabar): “APAKAH benar, ada pejabat yang diperiksa”',
    'Disampaikan bahwa yang bersangkutan sudah dipanggil dua kali oleh kantor.',
    'ada pejabat yang diperiksa? Mohon',
    'Peserta: Siapa?',
    'Siapa?',
    'Siapa (penanggung jawab: Ani; paling lambat 5 Mei 2031)',
    'Pemeriksaan',
  ])('is found in %j', (text) => {
    expect(holds(text)).toBe(true)
  })

  it.each([
    'Terima kasih atas pertanyaan Bapak. Paspor selesai dalam tiga hari.',
    'Ketua: Terima kasih atas pertanyaan Bapak.',
    'Siapa yang memimpin rapat dicatat di atas.',
    'Pemeriksaan paspor berjalan lancar.',
    'Pertemuan ditutup pada pukul 11.30 WIB.',
    'ada pejabat yang hadir',
    '',
  ])('is not seen in %j', (text) => {
    expect(holds(text)).toBe(false)
  })
})
