import type { Bilingual } from '../platform/language.ts'

export const sessionStrings = {
  tooLong: {
    id: 'Pertemuan berlangsung paling lama 14 hari.',
    en: 'A session lasts 14 days at most.',
  },
  over: {
    id: 'Pertemuan ini sudah selesai atau dibatalkan; waktu, tempat, dan kapasitasnya tidak dapat diubah lagi.',
    en: 'This session is over or cancelled; its time, place and capacity can no longer be changed.',
  },
  belowSeatsTaken: {
    id: 'Kapasitas tidak boleh di bawah jumlah kursi yang sudah terisi.',
    en: 'The capacity cannot be below the seats already taken.',
  },
  cannotPublish: {
    id: 'Hanya rancangan yang dapat diterbitkan.',
    en: 'Only a draft can be published.',
  },
  cannotCancel: {
    id: 'Pertemuan ini sudah selesai atau sudah dibatalkan.',
    en: 'This session is over or already cancelled.',
  },
  notPublished: {
    id: 'Hanya pertemuan yang diterbitkan yang dapat diselesaikan.',
    en: 'Only a published session can be completed.',
  },
  notBegun: {
    id: 'Pertemuan ini belum dimulai.',
    en: 'This session has not begun.',
  },
  archivePublished: {
    id: 'Pertemuan yang masih diterbitkan tidak dapat diarsipkan. Batalkan atau selesaikan dahulu.',
    en: 'A published session cannot be archived. Cancel or complete it first.',
  },
} satisfies Record<string, Bilingual>
