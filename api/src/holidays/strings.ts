import type { Bilingual } from '../platform/language.ts'

export const holidayStrings = {
  reversed: {
    id: 'Hari terakhir tidak boleh sebelum hari pertama.',
    en: 'The last day must not be before the first.',
  },
  tooLong: {
    id: 'Paling banyak 800 hari sekaligus.',
    en: 'At most 800 days at once.',
  },
  twice: {
    id: 'Tanggal ini disebut lebih dari satu kali.',
    en: 'This date is given more than once.',
  },
} satisfies Record<string, Bilingual>
