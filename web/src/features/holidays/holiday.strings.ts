import { catalogue } from '../../i18n.tsx'

export const holidayStrings = catalogue({
  id: {
    intro:
      'Hari libur dan cuti bersama yang dipakai untuk mengingatkan Anda saat menjadwalkan pertemuan. Tidak ada pertemuan yang dipindah dengan sendirinya.',
    readOnly: 'Hanya admin dan humas yang dapat mengubah daftar ini.',
    year: 'Tahun {year}',
    previousYear: 'Tahun sebelumnya',
    nextYear: 'Tahun berikutnya',
    count:
      '{national, plural, other {# hari libur nasional}}, {joint, plural, other {# hari cuti bersama}}',
    source: 'Sumber: {source}.',
    estimatedYear:
      'Pemerintah belum menetapkan hari libur tahun {year}. Tanggal bertanda "perkiraan" dihitung dan dapat bergeser; cuti bersama belum termasuk.',
    estimated: 'perkiraan',
    ofOffice: 'ditetapkan kantor Anda',
    add: 'Tambah hari',
    importDays: 'Impor',
    empty: 'Tidak ada hari libur',
    emptyText: 'Tahun ini belum ada datanya. Tambah hari, atau impor daftarnya.',
    kind: { national: 'Libur nasional', joint_leave: 'Cuti bersama', working_day: 'Hari kerja' },
    act: {
      menu: 'Tindakan untuk {day}',
      change: 'Ubah…',
      work: 'Jadikan hari kerja',
      takeBack: 'Cabut ketetapan kantor',
    },
    saved: '{day} disimpan: {kind}',
    nowWorks: '{day} menjadi hari kerja',
    takenBack: 'Ketetapan kantor untuk {day} dicabut',
    form: {
      addTitle: 'Tambah hari',
      changeTitle: 'Ubah {day}',
      hint: 'Ketetapan kantor berlaku menggantikan kalender nasional untuk hari ini.',
      day: 'Tanggal',
      name: 'Nama hari',
      kind: 'Jenis',
      workHint: 'Orang masuk walau kalender menyebutnya libur.',
      submit: 'Simpan hari',
    },
  },
  en: {
    intro:
      'Holidays and joint leave, used to warn you when you plan a session. No session is moved by itself.',
    readOnly: 'Only admins and press officers can change this list.',
    year: 'Year {year}',
    previousYear: 'Previous year',
    nextYear: 'Next year',
    count:
      '{national, plural, one {# national holiday} other {# national holidays}}, {joint, plural, one {# day of joint leave} other {# days of joint leave}}',
    source: 'Source: {source}.',
    estimatedYear:
      'The government has not announced the holidays of {year} yet. Days marked “estimate” are computed and may move; joint leave is not among them.',
    estimated: 'estimate',
    ofOffice: 'set by your office',
    add: 'Add day',
    importDays: 'Import',
    empty: 'No holidays',
    emptyText: 'There is no data for this year yet. Add a day, or import a list.',
    kind: { national: 'National holiday', joint_leave: 'Joint leave', working_day: 'Working day' },
    act: {
      menu: 'Actions for {day}',
      change: 'Change…',
      work: 'Make it a working day',
      takeBack: 'Take the office’s word back',
    },
    saved: '{day} saved: {kind}',
    nowWorks: '{day} is a working day now',
    takenBack: 'The office’s word on {day} was taken back',
    form: {
      addTitle: 'Add day',
      changeTitle: 'Change {day}',
      hint: 'What the office says holds for this day instead of the national calendar.',
      day: 'Date',
      name: 'Name of the day',
      kind: 'Kind',
      workHint: 'People work although the calendar calls it a holiday.',
      submit: 'Save day',
    },
  },
})
