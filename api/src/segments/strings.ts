import type { Bilingual } from '../platform/language.ts'

export const segmentStrings = {
  tooMany: {
    id: 'Segmen ini memuat lebih dari 500 orang. Persempit saringannya, atau batasi jumlah per media.',
    en: 'This segment holds more than 500 people. Narrow its filter, or set a cap per outlet.',
  },
} satisfies Record<string, Bilingual>
