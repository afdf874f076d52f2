import type { Language } from '../platform/language.ts'

interface EventWords {
  contact: string
  cancelled: string
  because: string
  map: string
}

/** How an event names its parts to a guest, on the page and in the calendar. */
export const eventWords: Record<Language, EventWords> = {
  id: {
    contact: 'Narahubung',
    cancelled: 'Pertemuan ini dibatalkan',
    because: 'Alasan',
    map: 'Lihat peta',
  },
  en: {
    contact: 'Contact',
    cancelled: 'This meeting was cancelled',
    because: 'Reason',
    map: 'Open the map',
  },
}
