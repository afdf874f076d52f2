import type { ErrorCode } from '@ngopi/shared/errors'
import type { Bilingual } from './language.ts'

/** What each error code says when nothing more particular is known. */
export const problemStrings: Record<ErrorCode, Bilingual> = {
  invalid: { id: 'Ada isian yang perlu diperbaiki.', en: 'Some fields need to be corrected.' },
  unauthenticated: { id: 'Silakan masuk terlebih dahulu.', en: 'Please log in first.' },
  forbidden: {
    id: 'Anda tidak memiliki hak untuk tindakan ini.',
    en: 'You are not permitted to do this.',
  },
  not_found: { id: 'Data tidak ditemukan.', en: 'Not found.' },
  stale: {
    id: 'Data ini sudah diubah orang lain. Muat ulang, lalu ulangi perubahan Anda.',
    en: 'Somebody else has changed this. Reload, then make your change again.',
  },
  duplicate: { id: 'Data yang sama sudah ada.', en: 'The same record exists already.' },
  closed: {
    id: 'Sudah ditutup, tidak dapat diubah lagi.',
    en: 'Closed; it can no longer be changed.',
  },
  full: { id: 'Kapasitas tidak mencukupi.', en: 'There is not enough capacity.' },
  in_progress: {
    id: 'Permintaan yang sama sedang diproses. Coba lagi sebentar lagi.',
    en: 'The same request is being processed. Try again in a moment.',
  },
  unprocessable: {
    id: 'Isi permintaan tidak dapat diproses.',
    en: 'The content cannot be processed.',
  },
  long_paper: {
    id: 'Dokumen ini panjang, jadi disiapkan dahulu: minta lewat POST /api/sessions/:id/papers.',
    en: 'This paper is long and has to be made first: ask for it with POST /api/sessions/:id/papers.',
  },
  too_many_requests: {
    id: 'Terlalu banyak percobaan. Coba lagi beberapa saat lagi.',
    en: 'Too many attempts. Try again in a while.',
  },
  unavailable: {
    id: 'Layanan sedang tidak tersedia. Tidak ada yang tersimpan; coba lagi sebentar lagi.',
    en: 'The service is not available. Nothing was saved; try again in a moment.',
  },
  internal: {
    id: 'Terjadi kesalahan di server. Tidak ada yang tersimpan; coba lagi.',
    en: 'Something failed on the server. Nothing was saved; try again.',
  },
}

/** Sentences for the contract's own checks (`params.key` of a zod refinement). */
export const checkStrings: Record<string, Bilingual> = {
  timeZone: { id: 'Zona waktu tidak dikenal.', en: 'Unknown time zone.' },
  webAddress: {
    id: 'Tulis alamat web biasa: tanpa nama pengguna, spasi atau garis miring terbalik.',
    en: 'Write a plain web address: without user name, blanks or backslashes.',
  },
  unstorable: {
    id: 'Ada tanda di isian ini yang tidak dapat disimpan. Hapus, lalu ketik ulang.',
    en: 'This holds a sign that cannot be kept. Delete it and type it again.',
  },
  oneLine: { id: 'Tulis dalam satu baris.', en: 'Write this on one line.' },
  visible: { id: 'Wajib diisi.', en: 'Required.' },
  instantYears: {
    id: 'Tahun harus antara 2000 dan 2100.',
    en: 'The year must be from 2000 to 2100.',
  },
  dayYears: {
    id: 'Tahun harus antara 1900 dan 2100.',
    en: 'The year must be from 1900 to 2100.',
  },
  sessionTooLong: {
    id: 'Pertemuan berlangsung paling lama 14 hari.',
    en: 'A session lasts 14 days at most.',
  },
  quietEmpty: {
    id: 'Jam tenang harus memiliki akhir yang berbeda dari awalnya.',
    en: 'Quiet hours must end at another time than they begin.',
  },
  remindersOnce: {
    id: 'Setiap pengingat hanya boleh disebut satu kali.',
    en: 'Each reminder may be named once only.',
  },
  maxBelowMin: {
    id: 'Batas atas lebih kecil daripada batas bawah.',
    en: 'The upper end is below the lower one.',
  },
  filterOrSegment: {
    id: 'Berikan saringan atau segmen, salah satu saja.',
    en: 'Give a filter or a segment, one of the two.',
  },
  inviteesOrSegment: {
    id: 'Berikan daftar undangan atau segmen, salah satu saja.',
    en: 'Give a list of invitees or a segment, one of the two.',
  },
  oneGuestOrAll: {
    id: 'Pilih satu tamu atau semua tamu, salah satu saja.',
    en: 'Choose one guest or all of them, one of the two.',
  },
  untilBeforeFrom: {
    id: 'Tanggal akhir mendahului tanggal awal.',
    en: 'The end is before the beginning.',
  },
  onePrimary: {
    id: 'Hanya satu penugasan yang boleh utama.',
    en: 'Only one affiliation can be the primary one.',
  },
  endBeforeStart: {
    id: 'Waktu selesai harus setelah waktu mulai.',
    en: 'The end must be after the start.',
  },
  oneActPerScan: {
    id: 'Isi tepat satu: pass, invitationId, walkIn, atau undo.',
    en: 'Give exactly one of pass, invitationId, walkIn or undo.',
  },
  minutesTooLong: {
    id: 'Notula terlalu panjang: paling banyak 200.000 huruf.',
    en: 'The minutes are too long: 200,000 letters at most.',
  },
  onlineNeedsUrl: {
    id: 'Berita daring memerlukan alamat web.',
    en: 'Online coverage needs an address.',
  },
}

export const requestStrings = {
  endBeforeStart: {
    id: 'Waktu selesai harus setelah waktu mulai.',
    en: 'The end must be after the start.',
  },
  tooSlow: {
    id: 'Jawaban belum juga siap. Muat ulang untuk melihat hasilnya, atau coba lagi sebentar lagi.',
    en: 'The answer is not ready yet. Reload to see what became of it, or try again in a moment.',
  },
  unknownField: { id: 'Isian ini tidak dikenal.', en: 'This field is unknown.' },
  required: { id: 'Wajib diisi.', en: 'Required.' },
  malformedUrl: { id: 'Alamat ini tidak terbaca.', en: 'This address cannot be read.' },
  malformedJson: { id: 'Isi permintaan bukan JSON yang sah.', en: 'The body is not valid JSON.' },
  bodyTooLarge: { id: 'Isi permintaan terlalu besar.', en: 'The body is too large.' },
  jsonOnly: {
    id: 'Kirim isi sebagai application/json.',
    en: 'Send the body as application/json.',
  },
  otherType: {
    id: 'Jenis berkas ini tidak diterima di sini.',
    en: 'Files of this type are not taken here.',
  },
  foreignOrigin: {
    id: 'Permintaan berasal dari situs lain.',
    en: 'The request comes from another site.',
  },
  staleCursor: {
    id: 'Penanda halaman tidak cocok dengan saringan ini.',
    en: 'The cursor does not belong to these filters.',
  },
  usedKey: {
    id: 'Idempotency-Key ini sudah dipakai untuk isi yang lain.',
    en: 'This Idempotency-Key was used for another body.',
  },
  malformedKey: {
    id: 'Idempotency-Key harus 1 sampai 200 karakter ASCII.',
    en: 'Idempotency-Key must be 1 to 200 ASCII characters.',
  },
  unknownReference: {
    id: 'Data yang dirujuk tidak ditemukan.',
    en: 'The record referred to was not found.',
  },
} satisfies Record<string, Bilingual>
