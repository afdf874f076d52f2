import type { Bilingual } from '../platform/language.ts'

export const coverageStrings = {
  unknownOutlet: {
    id: 'Media ini tidak ada di kantor Anda.',
    en: 'Your office has no such outlet.',
  },
  unknownJournalist: {
    id: 'Wartawan ini tidak ada di kantor Anda.',
    en: 'Your office has no such journalist.',
  },
  unknownSession: {
    id: 'Pertemuan ini tidak ada di kantor Anda.',
    en: 'Your office has no such session.',
  },
  unknownQuestion: {
    id: 'Pertanyaan ini tidak ada di kantor Anda.',
    en: 'Your office has no such question.',
  },
  onlineNeedsUrl: {
    id: 'Berita daring memerlukan alamat web.',
    en: 'Online coverage needs an address.',
  },
  recordedBefore: {
    id: 'Berita ini sudah tercatat untuk media yang sama.',
    en: 'This article is already recorded for the same outlet.',
  },
} satisfies Record<string, Bilingual>
