import type { Bilingual } from '../platform/language.ts'

export const questionMessages = {
  unknownJournalist: {
    id: 'Wartawan ini tidak ada di kantor Anda.',
    en: 'Your office has no such journalist.',
  },
  unknownOutlet: {
    id: 'Media ini tidak ada di kantor Anda.',
    en: 'Your office has no such outlet.',
  },
} satisfies Record<string, Bilingual>
