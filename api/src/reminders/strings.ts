import type { Bilingual } from '../platform/language.ts'

export const reminderStrings = {
  notPlanned: {
    id: 'Pengingat ini sudah terkirim atau waktunya sudah lewat.',
    en: 'This reminder was sent, or its time is over.',
  },
  alreadySent: { id: 'Pengingat ini sudah terkirim.', en: 'This reminder was already sent.' },
  notOpen: {
    id: 'Pengingat hanya dapat dikirim untuk pertemuan yang terbit dan belum dimulai.',
    en: 'Reminders go out only for a published session that has not begun.',
  },
} satisfies Record<string, Bilingual>
