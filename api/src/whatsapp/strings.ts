import type { Bilingual } from '../platform/language.ts'

export const whatsappStrings = {
  inOtherHands: {
    id: 'Tamu ini sedang atau sudah dikerjakan petugas lain.',
    en: 'Another officer has this guest in hand, or has dealt with it.',
  },
  notClaimed: {
    id: 'Ambil dahulu tamu ini dari antrean.',
    en: 'Take this guest from the queue first.',
  },
  queuedAgain: {
    id: 'Tamu ini sudah masuk antrean lagi.',
    en: 'This guest waits in the queue again already.',
  },
  wentOut: {
    id: 'Pesan ini benar-benar terkirim oleh sistem, jadi tidak dapat dibatalkan.',
    en: 'This message really went out, so it cannot be taken back.',
  },
  noNumber: {
    id: 'Tidak ada nomor WhatsApp yang dapat dipakai.',
    en: 'There is no WhatsApp number that works.',
  },
  noTemplate: {
    id: 'Templat WhatsApp untuk pesan ini tidak ada lagi.',
    en: 'There is no WhatsApp template for this message any more.',
  },
  noService: {
    id: 'Layanan WhatsApp resmi belum diatur di server ini. Gunakan antrean WhatsApp.',
    en: 'The official WhatsApp service is not set up on this server. Use the WhatsApp queue.',
  },
} satisfies Record<string, Bilingual>
