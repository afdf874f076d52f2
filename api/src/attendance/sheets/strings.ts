import type { Bilingual } from '../../platform/language.ts'

export const sheetStrings = {
  nobodyCame: {
    id: 'Belum ada tamu yang tercatat hadir.',
    en: 'Nobody has been recorded as present yet.',
  },
  nobodyAttending: {
    id: 'Belum ada tamu yang menjawab akan hadir.',
    en: 'Nobody has answered that they will attend yet.',
  },
} satisfies Record<string, Bilingual>
