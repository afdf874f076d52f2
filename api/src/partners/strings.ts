import type { Bilingual } from '../platform/language.ts'

export const partnerStrings = {
  noPhone: {
    id: 'Ini bukan nomor telepon yang dapat dihubungi. Contoh: 0812 3456 7890.',
    en: 'This is not a phone number that can be called. Example: 0812 3456 7890.',
  },
  noOutlet: {
    id: 'Media ini tidak ada di kantor Anda.',
    en: 'Your office has no such outlet.',
  },
  archivedOutlet: {
    id: 'Media ini sudah diarsipkan. Pulihkan dahulu, atau pilih yang lain.',
    en: 'This outlet is archived. Restore it first, or choose another.',
  },
} satisfies Record<string, Bilingual>
