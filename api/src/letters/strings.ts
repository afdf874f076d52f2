import type { Bilingual } from '../platform/language.ts'

export const letterStrings = {
  notSaved: {
    id: 'Surat untuk pertemuan ini belum disimpan. Isi nomornya, lalu simpan.',
    en: 'There is no letter for this meeting yet. Give it a number and save it.',
  },
  nobody: {
    id: 'Belum ada tamu yang dapat disurati.',
    en: 'There is nobody to write to yet.',
  },
} satisfies Record<string, Bilingual>
