import { catalogue } from '../../i18n.tsx'

export const feedStrings = catalogue({
  id: {
    intro:
      'Lihat pertemuan kantor Anda di kalender yang biasa Anda pakai. Perubahan waktu, tempat, dan pembatalan ikut terbawa; rancangan tidak.',
    secret:
      'Alamat langganan bersifat rahasia: siapa pun yang memilikinya dapat membaca jadwal. Buat satu untuk tiap perangkat, dan cabut bila tidak dipakai lagi.',
    create: 'Buat langganan',
    list: 'Langganan yang berlaku',
    empty: 'Belum ada langganan',
    emptyText: 'Buat satu, lalu tambahkan alamatnya di kalender Anda.',
    created: 'Dibuat {time}',
    lastRead: 'Terakhir dibaca {time}',
    neverRead: 'Belum pernah dibaca',
    revoke: 'Cabut',
    revokeOne: 'Cabut langganan yang dibuat {time}',
    revoked: 'Langganan dicabut',
    revokeDialog: {
      title: 'Cabut langganan?',
      text: 'Kalender yang memakai alamat ini tidak lagi diperbarui. Ini tidak dapat diurungkan; Anda dapat membuat langganan baru.',
      submit: 'Cabut langganan',
      keep: 'Tidak jadi',
    },
    address: {
      title: 'Alamat langganan baru',
      once: 'Salin sekarang: alamat ini tidak ditampilkan lagi.',
      copy: 'Salin alamat',
      copied: 'Tersalin',
      done: 'Selesai',
      loopback:
        'Alamat ini hanya dapat dibuka di komputer tempat Ngopi berjalan. Google Calendar dan ponsel tidak dapat membacanya. Mintalah pengelola mengatur PUBLIC_URL.',
      how: 'Cara menambahkan',
      full: 'Paling banyak 10 langganan berlaku bersamaan. Cabut yang tidak dipakai lagi, lalu buat yang baru.',
    },
    steps: {
      google: {
        title: 'Google Calendar',
        one: 'Di komputer, buka calendar.google.com.',
        two: 'Di sebelah "Kalender lain", pilih tanda tambah, lalu "Dari URL".',
        three:
          'Tempel alamat, lalu pilih "Tambahkan kalender". Google memperbaruinya beberapa kali sehari.',
      },
      iphone: {
        title: 'iPhone dan iPad',
        one: 'Buka aplikasi Kalender, lalu ketuk "Kalender" di bawah layar.',
        two: 'Ketuk "Tambah Kalender", lalu "Tambah Kalender Langganan".',
        three: 'Tempel alamat, lalu ketuk "Berlangganan".',
      },
      outlook: {
        title: 'Outlook',
        one: 'Buka Kalender di Outlook, lalu pilih "Tambahkan kalender".',
        two: 'Pilih "Berlangganan dari web".',
        three: 'Tempel alamat, beri nama, lalu pilih "Impor".',
      },
    },
  },
  en: {
    intro:
      'See your office’s sessions in the calendar you use. Changes of time and place and cancellations follow; drafts are not shown.',
    secret:
      'The address is a secret: whoever has it can read the schedule. Create one for each device, and revoke those no longer in use.',
    create: 'Create subscription',
    list: 'Subscriptions in force',
    empty: 'No subscriptions yet',
    emptyText: 'Create one, then add its address to your calendar.',
    created: 'Created {time}',
    lastRead: 'Last read {time}',
    neverRead: 'Never read',
    revoke: 'Revoke',
    revokeOne: 'Revoke the subscription created {time}',
    revoked: 'Subscription revoked',
    revokeDialog: {
      title: 'Revoke this subscription?',
      text: 'Calendars using this address are no longer updated. This cannot be undone; you can create a new subscription.',
      submit: 'Revoke subscription',
      keep: 'Keep it',
    },
    address: {
      title: 'The new address',
      once: 'Copy it now: it is not shown again.',
      copy: 'Copy address',
      copied: 'Copied',
      done: 'Done',
      loopback:
        'This address opens only on the computer Ngopi runs on. Google Calendar and phones cannot read it. Ask whoever runs Ngopi to set PUBLIC_URL.',
      how: 'How to add it',
      full: 'At most 10 subscriptions are in force at once. Revoke those no longer in use, then create a new one.',
    },
    steps: {
      google: {
        title: 'Google Calendar',
        one: 'On a computer, open calendar.google.com.',
        two: 'Beside “Other calendars”, choose the plus sign, then “From URL”.',
        three:
          'Paste the address, then choose “Add calendar”. Google refreshes it a few times a day.',
      },
      iphone: {
        title: 'iPhone and iPad',
        one: 'Open the Calendar app, then tap “Calendars” at the bottom.',
        two: 'Tap “Add Calendar”, then “Add Subscription Calendar”.',
        three: 'Paste the address, then tap “Subscribe”.',
      },
      outlook: {
        title: 'Outlook',
        one: 'Open Calendar in Outlook, then choose “Add calendar”.',
        two: 'Choose “Subscribe from web”.',
        three: 'Paste the address, give it a name, then choose “Import”.',
      },
    },
  },
})
