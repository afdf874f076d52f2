import type { Bilingual } from '../platform/language.ts'

export const calendarFeedStrings = {
  tooMany: {
    id: 'Paling banyak 10 langganan kalender sekaligus. Cabut yang tidak dipakai lagi.',
    en: 'At most 10 calendar subscriptions at once. Revoke those no longer in use.',
  },
} satisfies Record<string, Bilingual>
