import { catalogue } from '../../i18n.tsx'

export const reminderOffsetsStrings = catalogue({
  id: {
    step: '{days, plural, =0 {Hari-H} other {H-#}}',
    none: 'Tanpa pengingat',
    source: 'Pengingat',
    inherited: 'Ikuti rangkaian atau kantor',
    ofOffice: 'Ikuti bawaan kantor',
    own: 'Atur sendiri',
    days: 'Hari sebelum',
    time: 'Jam',
    add: 'Tambah pengingat',
    remove: 'Hapus pengingat {n}',
    hint: 'Paling banyak enam. Nol hari berarti pada harinya. Tanpa baris: tidak ada pengingat.',
  },
  en: {
    step: '{days, plural, =0 {On the day} one {# day before} other {# days before}}',
    none: 'No reminders',
    source: 'Reminders',
    inherited: 'As the series or the office',
    ofOffice: 'As the office',
    own: 'Set here',
    days: 'Days before',
    time: 'Time',
    add: 'Add a reminder',
    remove: 'Remove reminder {n}',
    hint: 'Six at most. Zero days is the day itself. No rows: no reminders.',
  },
})
