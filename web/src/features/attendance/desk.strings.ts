import { catalogue } from '../../i18n.tsx'

export const deskStrings = catalogue({
  id: {
    menu: 'Menu meja tamu',
    signals: 'Bunyi dan getar',
    screen: 'Layar kode hadir',
    reported: 'Melapor sendiri · menunggu konfirmasi',
    reportedAt: 'melapor {time}',
    confirmLabel: '{name}, {outlet}, melapor sendiri: tandai masuk',
    late: 'terlambat {minutes, number} mnt',
    inPlaceOf: 'mewakili {name}',
    ended:
      '{name} tetap tercatat masuk, tetapi {why, select, revoked {undangannya sudah dicabut} other {tempatnya sudah digantikan}}. Beri tahu humas.',
    alreadySince: '{name} sudah masuk pukul {time}',
    doubtful: 'Pas {name} lama atau tidak sah. Tersimpan; diperiksa saat tersambung.',
    unknownKept: 'Pas tidak ada pada daftar. Tersimpan; diperiksa saat tersambung.',
    substitute: {
      open: '{name} diwakili orang lain',
      title: 'Diwakili orang lain',
      why: 'Datang untuk {name}, {outlet}. Nomor dicatat untuk daftar hadir kantor ini.',
      name: 'Nama yang datang',
      phone: 'Nomor HP',
      card: 'Kartu pers sudah dilihat',
      submit: 'Catat masuk',
    },
  },
  en: {
    menu: 'Menu of the guest desk',
    signals: 'Sound and vibration',
    screen: 'Check-in code screen',
    reported: 'Reported by themselves · to be confirmed',
    reportedAt: 'reported {time}',
    confirmLabel: '{name}, {outlet}, reported by themselves: admit',
    late: '{minutes, number} min late',
    inPlaceOf: 'for {name}',
    ended:
      '{name} is recorded as in, but {why, select, revoked {the invitation was revoked} other {the place was passed on}}. Tell the press officer.',
    alreadySince: '{name} is in since {time}',
    doubtful: 'The pass of {name} is old or not genuine. Kept; it is checked once connected.',
    unknownKept: 'The pass is not on the list. Kept; it is checked once connected.',
    substitute: {
      open: 'Somebody else came for {name}',
      title: 'Somebody else came',
      why: 'Came for {name}, {outlet}. The number is kept for the attendance list of this office.',
      name: 'Name of who came',
      phone: 'Phone number',
      card: 'Press card seen',
      submit: 'Record as in',
    },
  },
})
