import type { Bilingual } from '../platform/language.ts'

export const closingStrings = {
  noGuest: {
    id: 'Ini bukan tamu undangan pertemuan ini.',
    en: 'This is no invited guest of this session.',
  },
} satisfies Record<string, Bilingual>
