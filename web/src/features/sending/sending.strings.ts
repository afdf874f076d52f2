import { catalogue } from '../../i18n.tsx'

export const sendingStrings = catalogue({
  id: {
    readOnly: 'Admin kantor yang dapat mengubah aturan pengiriman.',
    quiet: 'Jam tenang',
    quietHelp:
      'Pesan otomatis menunggu sampai jam ini lewat. Yang Anda kirim sendiri tetap langsung terkirim.',
    quietOn: 'Tahan pesan otomatis pada malam hari',
    from: 'Mulai',
    until: 'Sampai',
    quietIs: '{from} sampai {until}',
    quietNever: 'Tidak ada: pesan otomatis terkirim kapan saja',
    reminders: 'Pengingat',
    remindersHelp: 'Berlaku untuk pertemuan yang tidak mengatur pengingatnya sendiri.',
    noReminders: 'Tidak ada',
    reminder: '{days, plural, =0 {hari-H} other {H-#}} pukul {at}',
    seats: 'Kursi yang kosong kembali',
    policy: {
      promote: 'Langsung diberikan kepada yang antre pertama',
      offer: 'Ditawarkan dahulu dengan batas waktu',
    },
    policyHelp: {
      promote: 'Tamu tercatat hadir dan mendapat kabar.',
      offer: 'Bila tidak diterima sampai batasnya, kursi ditawarkan kepada antrean berikutnya.',
    },
    offerMinutes: 'Kursi disimpan selama',
    duration: {
      minutes: '{n, plural, other {# menit}}',
      hours: '{n, plural, other {# jam}}',
      days: '{n, plural, other {# hari}}',
    },
    save: 'Simpan aturan',
    saved: 'Aturan pengiriman disimpan',
  },
  en: {
    readOnly: 'An admin of the office can change how messages go out.',
    quiet: 'Quiet hours',
    quietHelp: 'Automatic messages wait until they are over. What you send yourself goes at once.',
    quietOn: 'Hold automatic messages at night',
    from: 'From',
    until: 'Until',
    quietIs: '{from} to {until}',
    quietNever: 'None: automatic messages go at any hour',
    reminders: 'Reminders',
    remindersHelp: 'For meetings that do not set their own.',
    noReminders: 'None',
    reminder: '{days, plural, =0 {on the day} one {# day before} other {# days before}}, {at}',
    seats: 'A seat that becomes free',
    policy: {
      promote: 'Is given to the first who waits at once',
      offer: 'Is offered first, for a limited time',
    },
    policyHelp: {
      promote: 'The guest is expected to attend and is told so.',
      offer: 'If it is not accepted in time, it is offered to the next who waits.',
    },
    offerMinutes: 'The seat is kept for',
    duration: {
      minutes: '{n, plural, one {# minute} other {# minutes}}',
      hours: '{n, plural, one {# hour} other {# hours}}',
      days: '{n, plural, one {# day} other {# days}}',
    },
    save: 'Save rules',
    saved: 'Rules saved',
  },
})
