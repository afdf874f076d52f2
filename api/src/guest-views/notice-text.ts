import type { Language } from '../platform/language.ts'

/** What a page says that has one thing to say. */
export type Notice =
  | 'noPass'
  | 'unknown'
  | 'superseded'
  | 'withdrawn'
  | 'tooMany'
  | 'incomplete'
  | 'failed'

/** Each with what to do now. */
export type NoticeText = Record<Notice | `${Notice}Hint`, string>

const id: NoticeText = {
  noPass: 'Belum ada kartu masuk',
  noPassHint: 'Kartu masuk tersedia setelah Anda menjawab akan hadir dan mendapat kursi.',
  unknown: 'Tautan ini tidak dikenal',
  unknownHint:
    'Mungkin tautannya terpotong saat disalin. Silakan buka lagi dari pesan aslinya, atau hubungi kantor yang mengundang Anda.',
  superseded: 'Tautan ini diganti',
  supersededHint:
    'Silakan pakai tautan terbaru dari kami, atau hubungi kantor yang mengundang Anda.',
  withdrawn: 'Undangan ini ditarik kembali',
  withdrawnHint: 'Tautan ini tidak berlaku lagi. Silakan hubungi kantor yang mengundang Anda.',
  tooMany: 'Terlalu banyak permintaan',
  tooManyHint:
    'Silakan coba lagi sekitar satu menit lagi. Jawaban Anda sebelumnya tetap tersimpan.',
  incomplete: 'Belum ada yang tersimpan',
  incompleteHint: 'Pilih satu jawaban, atau periksa tulisan Anda, lalu kirim lagi.',
  failed: 'Halaman ini sedang tidak dapat dibuka',
  failedHint: 'Tidak ada yang berubah. Silakan coba lagi sebentar lagi.',
}

const en: NoticeText = {
  noPass: 'No pass yet',
  noPassHint: 'Your pass is here once you have said yes and have a seat.',
  unknown: 'This link is not known',
  unknownHint:
    'It may have been cut off when copied. Please open it from the original message, or contact the office that invited you.',
  superseded: 'This link was replaced',
  supersededHint: 'Please use our latest link, or contact the office that invited you.',
  withdrawn: 'This invitation was withdrawn',
  withdrawnHint: 'The link is no longer valid. Please contact the office that invited you.',
  tooMany: 'Too many requests',
  tooManyHint: 'Please try again in about a minute. Your earlier answer is safe.',
  incomplete: 'Nothing was saved',
  incompleteHint: 'Choose an answer, or look at what you wrote, then send again.',
  failed: 'This page cannot be opened right now',
  failedHint: 'Nothing was changed. Please try again in a moment.',
}

export const noticeTexts: Record<Language, NoticeText> = { id, en }
