import { catalogue } from '../../i18n.tsx'

/** What became of a mail, and what follows from it. */
export const mailStrings = catalogue({
  id: {
    failed: 'Server surel belum menerimanya. Ngopi mencobanya lagi dengan sendirinya.',
    bounced: 'Surel ini kembali dan tidak dicoba lagi. Periksa alamatnya, lalu kirim sekali lagi.',
    withdrawn: 'Surel ini tidak dikirim, dan tidak akan dikirim lagi.',
    jobs: 'Lihat pekerjaan',
  },
  en: {
    failed: 'The mail server has not taken it yet. Ngopi tries again by itself.',
    bounced: 'It came back and is not tried again. Check the address, then send it once more.',
    withdrawn: 'It was not sent, and will not be.',
    jobs: 'See background work',
  },
})
