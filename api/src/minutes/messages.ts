import type { Bilingual } from '../platform/language.ts'

export const minutesMessages = {
  nobodySigns: {
    id: 'Isi nama penanda tangan dan simpan notula sebelum menandatangani.',
    en: 'Give the name of the signatory and save the minutes before signing.',
  },
} satisfies Record<string, Bilingual>
