import type { Bilingual } from '../platform/language.ts'

export const ruleStrings = {
  part: (part: string): Bilingual => ({
    id: `Bagian aturan ini tidak dapat dipakai: ${part.slice(0, 40)}.`,
    en: `This part of the rule cannot be used: ${part.slice(0, 40)}.`,
  }),
  value: (value: string): Bilingual => ({
    id: `Nilai ini tidak berlaku di sini: ${value.slice(0, 40)}.`,
    en: `This value does not hold here: ${value.slice(0, 40)}.`,
  }),
  frequency: {
    id: 'Aturan harus harian, mingguan, bulanan, atau tahunan (FREQ).',
    en: 'The rule must be daily, weekly, monthly or yearly (FREQ).',
  },
  twoEnds: {
    id: 'Aturan berakhir pada suatu tanggal atau setelah sekian kali, tidak keduanya.',
    en: 'A rule ends on a date or after a number of times, not both.',
  },
  nthWeekday: {
    id: 'Hari ke-sekian hanya ada dalam aturan bulanan atau tahunan.',
    en: 'The nth weekday is known to monthly and yearly rules only.',
  },
} satisfies Record<string, Bilingual | ((value: string) => Bilingual)>
