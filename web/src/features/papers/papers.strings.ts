import { catalogue } from '../../i18n.tsx'

export const papersStrings = catalogue({
  id: {
    tray: 'Dokumen yang disiapkan',
    kind: {
      letters: 'Surat undangan',
      attendance_sheet: 'Daftar hadir kosong',
      filled_attendance_sheet: 'Daftar hadir terisi',
      badges: 'Kartu nama',
    },
    queued: 'Menunggu giliran',
    progress: {
      letters: 'Surat {done, number} dari {total, number}',
      badges: 'Kartu {done, number} dari {total, number}',
      attendance_sheet: 'Menyiapkan {total, number} baris',
      filled_attendance_sheet: 'Menyiapkan {total, number} baris',
    },
    ready: 'Siap diunduh',
    readyOf: '{name} siap diunduh',
    gone: 'Dokumen ini tidak tersedia lagi. Silakan minta lagi dari halaman pertemuannya.',
    unseen: 'Kemajuannya sedang tidak dapat dilihat. {problem}',
    closeOf: 'Tutup: {name}',
  },
  en: {
    tray: 'Papers being made',
    kind: {
      letters: 'Invitation letters',
      attendance_sheet: 'Blank attendance sheet',
      filled_attendance_sheet: 'Filled attendance sheet',
      badges: 'Name badges',
    },
    queued: 'Waiting for its turn',
    progress: {
      letters: 'Letter {done, number} of {total, number}',
      badges: 'Badge {done, number} of {total, number}',
      attendance_sheet: 'Preparing {total, number} rows',
      filled_attendance_sheet: 'Preparing {total, number} rows',
    },
    ready: 'Ready to download',
    readyOf: '{name} ready to download',
    gone: 'This paper is not available any more. Please ask for it anew on the page of its session.',
    unseen: 'How far it is cannot be seen now. {problem}',
    closeOf: 'Close: {name}',
  },
})
