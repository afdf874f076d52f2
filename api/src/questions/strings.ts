import type { Bilingual } from '../platform/language.ts'

export const questionStrings = {
  unknownJournalist: {
    id: 'Wartawan ini tidak ada di kantor Anda.',
    en: 'Your office has no such journalist.',
  },
  unknownOutlet: {
    id: 'Media ini tidak ada di kantor Anda.',
    en: 'Your office has no such outlet.',
  },
  ofAnotherSession: {
    id: 'Ada pertanyaan yang bukan dari pertemuan ini.',
    en: 'Some of these questions are not of this session.',
  },
} satisfies Record<string, Bilingual>
