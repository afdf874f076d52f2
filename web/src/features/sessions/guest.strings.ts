import { catalogue } from '../../i18n.tsx'

export const guestStrings = catalogue({
  id: {
    more: 'Tamu dan pengingat',
    seatsPerOutlet: 'Kursi per media',
    reminders: 'Pengingat',
    seatsPerOutletHint: 'Berapa wartawan diundang dari satu media. Kosongkan bila tidak dibatasi.',
  },
  en: {
    more: 'Guests and reminders',
    seatsPerOutlet: 'Seats per outlet',
    reminders: 'Reminders',
    seatsPerOutletHint: 'How many journalists to invite from one outlet. Empty for no limit.',
  },
})
