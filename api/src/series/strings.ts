import type { Bilingual } from '../platform/language.ts'

export const seriesStrings = {
  ruleWithoutDates: {
    id: 'Aturan ini tidak menyebut satu tanggal pun.',
    en: 'This rule names no date at all.',
  },
  startsOnTooFar: {
    id: 'Tanggal mulai harus antara tahun 2000 dan 2099.',
    en: 'The first day must be between the years 2000 and 2099.',
  },
  startsBeforeSplit: {
    id: 'Rangkaian lanjutan tidak dapat mulai sebelum tanggal pemisahannya.',
    en: 'The continuation cannot begin before the day it is split at.',
  },
  archived: {
    id: 'Rangkaian ini diarsipkan. Pulihkan dahulu untuk mengubahnya.',
    en: 'This series is archived. Restore it first to change it.',
  },
  nothingBefore: {
    id: 'Tidak ada pertemuan sebelum tanggal ini; ubah saja seluruh rangkaian.',
    en: 'There is no session before this day; change the whole series instead.',
  },
  nothingAfter: {
    id: 'Tidak ada pertemuan lagi mulai tanggal ini.',
    en: 'There is no session from this day on.',
  },
  unknown: { id: 'Rangkaian ini tidak ditemukan.', en: 'This series was not found.' },
} satisfies Record<string, Bilingual>
