import { catalogue } from '../../i18n.tsx'

export const calendarMessages = catalogue({
  id: {
    tabs: {
      label: 'Tampilan pertemuan',
      calendar: 'Kalender',
      list: 'Daftar',
      series: 'Rangkaian',
    },
  },
  en: {
    tabs: { label: 'Views of sessions', calendar: 'Calendar', list: 'List', series: 'Series' },
  },
})
