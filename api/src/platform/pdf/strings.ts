import type { Bilingual } from '../language.ts'

export const pdfStrings = {
  busy: {
    id: 'Masih ada dokumen lain yang sedang disiapkan. Silakan coba lagi sebentar lagi.',
    en: 'Other documents are still being prepared. Please try again in a moment.',
  },
  tooLong: {
    id: 'Dokumen ini terlalu lama disiapkan, jadi dihentikan. Silakan coba lagi, atau cetak sebagian saja.',
    en: 'This document took too long to prepare and was stopped. Please try again, or print a part of it.',
  },
} satisfies Record<string, Bilingual>
