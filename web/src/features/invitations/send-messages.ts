import { catalogue } from '../../i18n.tsx'

export const sendMessages = catalogue({
  id: {
    whatsapp: 'Kirim WhatsApp',
    whatsappCount: 'Kirim WhatsApp ({count, number})',
    mail: 'Kirim surel',
    mailIntro:
      'Dikirim kepada tamu yang memiliki alamat surel dan belum menerima pesan ini. Tiap tamu mendapat tautan pribadinya.',
    reach: '{count, plural, =0 {Tidak ada yang akan dikirimi.} other {# tamu akan dikirimi.}}',
    noServer: 'Server surel belum diatur: surel hanya disimpan di aplikasi, tidak terkirim.',
    leftOut: '{count, plural, other {# tamu tidak dapat dikirimi}}',
    kind: 'Pesan',
    kinds: {
      invitation: 'Undangan',
      reminder: 'Pengingat',
      reschedule: 'Pemberitahuan perubahan',
      cancel: 'Pemberitahuan pembatalan',
      thanks: 'Terima kasih; materi bagi yang tidak hadir',
    },
    attachLetter: 'Lampirkan surat undangan resmi (PDF)',
    submit: {
      invitation: 'Kirim {count, plural, =0 {undangan} other {# undangan}}',
      reminder: 'Kirim {count, plural, =0 {pengingat} other {# pengingat}}',
      reschedule: 'Beri tahu perubahan{count, plural, =0 {} other { ke # tamu}}',
      cancel: 'Beri tahu pembatalan{count, plural, =0 {} other { ke # tamu}}',
      thanks: 'Kirim{count, plural, =0 {} other { kepada # tamu}}',
    },
    sent: '{count, plural, =0 {Tidak ada surel baru yang dikirim.} other {# surel masuk antrean kirim.}}',
    kept: '{count, plural, other {# surel disimpan, belum terkirim: server surel belum diatur.}}',
    nobody: {
      invitation: 'Semua tamu yang bisa dikirimi sudah menerima undangan atau sudah menjawab.',
      reminder: 'Tidak ada tamu yang perlu diingatkan sekarang.',
      reschedule: 'Tidak ada perubahan jadwal yang belum diberitahukan.',
      cancel: 'Tidak ada tamu yang belum diberi tahu.',
      thanks:
        'Semua sudah dikirimi, atau belum ada yang tercatat hadir maupun materi bagi yang tidak hadir.',
    },
    skipped: '{count, plural, other {# tamu tidak dikirimi:}}',
    reason: {
      no_channel: 'belum ada alamat surel yang berfungsi',
      opted_out: 'meminta tidak dikirimi undangan',
      no_template: 'belum ada templat',
      unknown: 'tidak termasuk yang perlu dikirimi',
    },
    refused: '{kind} lewat WhatsApp resmi, ditolak: tidak terkirim',
    short: {
      queued: 'menunggu dikirim',
      kept: 'tersimpan',
      delivered: 'sampai',
      failed: 'belum terkirim',
      bounced: 'terpental',
      withdrawn: 'ditarik',
    },
  },
  en: {
    whatsapp: 'Send by WhatsApp',
    whatsappCount: 'Send by WhatsApp ({count, number})',
    mail: 'Send e-mail',
    mailIntro:
      'Goes to guests who have an e-mail address and did not get this message yet. Each gets the personal link.',
    reach:
      '{count, plural, =0 {Nobody will be written to.} one {# guest will be written to.} other {# guests will be written to.}}',
    noServer: 'No mail server is set up: e-mails are only kept in the app and not sent.',
    leftOut:
      '{count, plural, one {# guest cannot be written to} other {# guests cannot be written to}}',
    kind: 'Message',
    kinds: {
      invitation: 'Invitation',
      reminder: 'Reminder',
      reschedule: 'Notice of change',
      cancel: 'Notice of cancellation',
      thanks: 'Thanks; the materials to who did not come',
    },
    attachLetter: 'Attach the formal letter (PDF)',
    submit: {
      invitation: 'Send {count, plural, =0 {invitations} one {# invitation} other {# invitations}}',
      reminder: 'Send {count, plural, =0 {reminders} one {# reminder} other {# reminders}}',
      reschedule: 'Tell {count, plural, =0 {guests} one {# guest} other {# guests}} of the change',
      cancel:
        'Tell {count, plural, =0 {guests} one {# guest} other {# guests}} of the cancellation',
      thanks: 'Send{count, plural, =0 {} one { to # guest} other { to # guests}}',
    },
    sent: '{count, plural, =0 {No new e-mail was sent.} one {# e-mail is queued.} other {# e-mails are queued.}}',
    kept: '{count, plural, one {# e-mail is} other {# e-mails are}} kept and not sent: no mail server is set up.',
    nobody: {
      invitation: 'Every guest who can be reached has the invitation or has answered.',
      reminder: 'Nobody needs a reminder now.',
      reschedule: 'There is no change that guests have not been told of.',
      cancel: 'Every guest has been told.',
      thanks:
        'Everybody was written to, or nobody is noted as present yet and there are no materials for who did not come.',
    },
    skipped: '{count, plural, one {# guest was left out:} other {# guests were left out:}}',
    reason: {
      no_channel: 'no e-mail address that works',
      opted_out: 'asked for no invitations',
      no_template: 'no template',
      unknown: 'not among those to write to',
    },
    refused: '{kind} by the official WhatsApp service, refused: not sent',
    short: {
      queued: 'waiting to be sent',
      kept: 'kept',
      delivered: 'delivered',
      failed: 'not sent so far',
      bounced: 'came back',
      withdrawn: 'withdrawn',
    },
  },
})
