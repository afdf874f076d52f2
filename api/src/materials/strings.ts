import type { Bilingual } from '../platform/language.ts'

export const materialStrings = {
  otherKind: {
    id: 'Jenis berkas ini tidak diterima. Silakan kirim PDF, DOCX, PPTX, XLSX, PNG, JPEG, WebP, MP4, TXT, atau CSV.',
    en: 'This kind of file is not taken. Please send PDF, DOCX, PPTX, XLSX, PNG, JPEG, WebP, MP4, TXT or CSV.',
  },
  empty: { id: 'Berkas ini kosong.', en: 'This file is empty.' },
  tooLarge: {
    id: 'Berkas ini lebih besar dari 25 MB.',
    en: 'This file is larger than 25 MB.',
  },
  tooMany: {
    id: 'Satu pertemuan menampung paling banyak 200 materi.',
    en: 'A session holds at most 200 materials.',
  },
} satisfies Record<string, Bilingual>
