import type { Bilingual } from '../platform/language.ts'

export const invitationMessages = {
  closed: {
    id: 'Jawaban untuk pertemuan ini sudah ditutup.',
    en: 'This session takes no more answers.',
  },
  draft: {
    id: 'Pertemuan ini belum diterbitkan.',
    en: 'This session has not been published.',
  },
  cancelled: { id: 'Pertemuan ini dibatalkan.', en: 'This session was cancelled.' },
  done: { id: 'Pertemuan ini sudah selesai.', en: 'This session is over.' },
  substituted: {
    id: 'Undangan ini sudah digantikan orang lain.',
    en: 'Somebody else has taken the place of this guest.',
  },
  noEmail: {
    id: 'Wartawan ini belum memiliki alamat email.',
    en: 'This journalist has no e-mail address.',
  },
  optedOut: {
    id: 'Wartawan ini meminta tidak dikirimi undangan lagi.',
    en: 'This journalist asked for no more invitations.',
  },
} satisfies Record<string, Bilingual>
