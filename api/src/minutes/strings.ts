import type { Bilingual } from '../platform/language.ts'

export const minutesStrings = {
  nobodySigns: {
    id: 'Isi nama penanda tangan dan simpan notula sebelum menandatangani.',
    en: 'Give the name of the signatory and save the minutes before signing.',
  },
  holdsOffRecord: {
    id: 'Simpan notula dahulu: versi terakhir masih memuat hal yang kini di luar catatan (off the record).',
    en: 'Save the minutes first: the last version still holds what is off the record by now.',
  },
} satisfies Record<string, Bilingual>
