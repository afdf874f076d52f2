import type { Bilingual } from '../platform/language.ts'

export const paperStrings = {
  sessionGone: {
    id: 'Pertemuannya sudah diarsipkan atau tidak lagi dapat Anda lihat, jadi dokumennya tidak disiapkan.',
    en: 'The session was archived or is out of your sight, so its paper is not made.',
  },
  rightLost: {
    id: 'Yang memintanya tidak lagi berhak atas dokumen ini. Yang berhak dapat memintanya lagi.',
    en: 'Whoever asked for this paper may no longer have it. Somebody who may can ask for it anew.',
  },
  failed: {
    id: 'Dokumen ini gagal disiapkan. Silakan coba lagi.',
    en: 'This paper could not be made. Please try again.',
  },
  tooMany: {
    id: 'Kantor ini sudah meminta banyak dokumen dalam sehari. Unduh yang sudah siap, atau coba lagi besok.',
    en: 'This office has asked for many papers within a day. Download those that are ready, or try again tomorrow.',
  },
} satisfies Record<string, Bilingual>
