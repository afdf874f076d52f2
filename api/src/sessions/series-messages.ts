import type { Bilingual } from '../platform/language.ts'

export const seriesMessages = {
  rulePart: (part: string): Bilingual => ({
    id: `Bagian aturan ini tidak dapat dipakai: ${part.slice(0, 40)}.`,
    en: `This part of the rule cannot be used: ${part.slice(0, 40)}.`,
  }),
  ruleValue: (value: string): Bilingual => ({
    id: `Nilai ini tidak berlaku di sini: ${value.slice(0, 40)}.`,
    en: `This value does not hold here: ${value.slice(0, 40)}.`,
  }),
  ruleFrequency: {
    id: 'Aturan harus harian, mingguan, bulanan, atau tahunan (FREQ).',
    en: 'The rule must be daily, weekly, monthly or yearly (FREQ).',
  },
  ruleTwoEnds: {
    id: 'Aturan berakhir pada suatu tanggal atau setelah sekian kali, tidak keduanya.',
    en: 'A rule ends on a date or after a number of times, not both.',
  },
  ruleNthWeekday: {
    id: 'Hari ke-sekian hanya ada dalam aturan bulanan atau tahunan.',
    en: 'The nth weekday is known to monthly and yearly rules only.',
  },
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
} satisfies Record<string, Bilingual | ((value: string) => Bilingual)>
