import type { Bilingual } from '../platform/language.ts'

export const attendanceStrings = {
  noCodeNow: {
    id: 'Kode kehadiran hanya ada mulai satu jam sebelum acara sampai acara selesai.',
    en: 'There is a check-in code only from an hour before the session until its end.',
  },
  noReasonsAtTheDesk: {
    id: 'Alasan dicatat oleh petugas humas. Kosongkan isian ini.',
    en: 'Reasons are recorded by an officer. Leave this field empty.',
  },
} satisfies Record<string, Bilingual>
