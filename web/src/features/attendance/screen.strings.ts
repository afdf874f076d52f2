import { catalogue } from '../../i18n.tsx'

export const screenStrings = catalogue({
  id: {
    title: 'Kode hadir',
    leave: 'Tutup layar kode',
    how: 'Sudah di tempat? Buka tautan undangan Anda, ketuk "Saya sudah di tempat", lalu ketik kode ini.',
    afterwards: 'Petugas meja tamu mengonfirmasi kedatangan Anda.',
    until: 'Kode berganti sendiri. Lapor hadir ditutup pukul {time}.',
    closed: 'Kode belum dibuka atau sudah ditutup',
    closedWhy: 'Kode tampil sejak satu jam sebelum acara sampai acara selesai.',
    cutOff: 'Luring. Kode tampil lagi setelah tersambung.',
    rest: 'Sisa waktu kode',
  },
  en: {
    title: 'Check-in code',
    leave: 'Close the code screen',
    how: 'Here already? Open the link of your invitation, tap "I am here", then type this code.',
    afterwards: 'The guest desk confirms that you are here.',
    until: 'The code changes by itself. Reporting closes at {time}.',
    closed: 'The code is not open yet, or closed',
    closedWhy: 'It is shown from one hour before the event until its end.',
    cutOff: 'Offline. The code appears again once connected.',
    rest: 'Time left for this code',
  },
})
