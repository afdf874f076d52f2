import type { Bilingual } from '../platform/language.ts'

export const jobStrings = {
  jobUnderWay: {
    id: 'Pekerjaan ini sedang dijalankan. Coba lagi sebentar.',
    en: 'This work is being done right now. Please try again in a moment.',
  },
  stoppedMail: {
    id: 'Pengiriman dihentikan oleh admin.',
    en: 'An admin stopped the sending.',
  },
} satisfies Record<string, Bilingual>
