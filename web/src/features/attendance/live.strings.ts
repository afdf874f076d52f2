import { catalogue } from '../../i18n.tsx'

export const liveStrings = catalogue({
  id: {
    cutOff: 'Luring. Tamu di meja lain tampil lagi setelah tersambung.',
    refused: '{count, plural, other {# catatan ditolak server dan tidak dihitung}}',
    refusedAt: '{name}, {time}',
    reason: 'Alasan: {reason}',
  },
  en: {
    cutOff: 'Offline. Guests of other desks appear again once connected.',
    refused:
      '{count, plural, one {# record was refused by the server and does not count} other {# records were refused by the server and do not count}}',
    refusedAt: '{name}, {time}',
    reason: 'Reason: {reason}',
  },
})
