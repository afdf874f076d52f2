import type { Language } from '../platform/language.ts'

interface ProofText {
  registered: string
  registeredHint: (office: string) => string
  number: string
  date: string
  subject: string
  event: string
  day: string
  time: string
  venue: string
  cancelled: string
  cancelledHint: string
  moved: string
  movedHint: string
  doubt: string
  otherLanguage: string
  unknown: string
  unknownHint: string
  tooMany: string
  tooManyHint: string
  failed: string
  failedHint: string
}

const id: ProofText = {
  registered: 'Surat ini terdaftar',
  registeredHint: (office) =>
    `Surat ini terdaftar pada ${office}. Cocokkan nomor, tanggal, dan hal di bawah ini dengan surat yang Anda terima.`,
  number: 'Nomor',
  date: 'Tanggal',
  subject: 'Hal',
  event: 'Acara',
  day: 'Hari',
  time: 'Waktu',
  venue: 'Tempat',
  cancelled: 'Acara ini dibatalkan',
  cancelledHint: 'Suratnya asli, tetapi acaranya tidak jadi diadakan. Anda tidak perlu datang.',
  moved: 'Jadwal acara ini berubah',
  movedHint: 'Suratnya asli, tetapi acara dipindah ke:',
  doubt:
    'Bila ada yang berbeda, jangan ikuti surat itu dan tanyakan kepada kantor di atas. Halaman ini tidak memuat data pribadi.',
  otherLanguage: 'Read in English',
  unknown: 'Surat ini tidak dikenal',
  unknownHint:
    'Kode ini tidak terdaftar. Pindai sekali lagi kode pada surat; bila tetap sama, tanyakan keasliannya kepada kantor yang tertulis pada surat.',
  tooMany: 'Terlalu banyak permintaan',
  tooManyHint: 'Silakan coba lagi sekitar satu menit lagi.',
  failed: 'Halaman ini sedang tidak dapat dibuka',
  failedHint: 'Silakan coba lagi sebentar lagi.',
}

const en: ProofText = {
  registered: 'This letter is registered',
  registeredHint: (office) =>
    `This letter is registered with ${office}. Compare number, date and subject below with the letter you received.`,
  number: 'Number',
  date: 'Date',
  subject: 'Subject',
  event: 'Event',
  day: 'Day',
  time: 'Time',
  venue: 'Place',
  cancelled: 'This event was cancelled',
  cancelledHint: 'The letter is genuine, but the event will not take place. You need not come.',
  moved: 'The schedule of this event changed',
  movedHint: 'The letter is genuine, but the event was moved to:',
  doubt:
    'If anything differs, do not act on the letter and ask the office above. This page holds no personal data.',
  otherLanguage: 'Baca dalam bahasa Indonesia',
  unknown: 'This letter is not known',
  unknownHint:
    'This code is not registered. Scan the code on the letter once more; if it stays so, ask the office named in the letter.',
  tooMany: 'Too many requests',
  tooManyHint: 'Please try again in about a minute.',
  failed: 'This page cannot be opened right now',
  failedHint: 'Please try again in a moment.',
}

export const proofTexts: Record<Language, ProofText> = { id, en }
