import type { GivenAnswer } from '@ngopi/shared/invitation-states'
import type { Language } from '../../platform/language.ts'

/** Everything the personal pages say. */
export interface PageText {
  dear: string
  invites: string
  day: string
  time: string
  place: string
  map: string
  programme: string
  minutes: (count: number) => string
  materials: string
  materialFrom: (when: string) => string
  beforeYouCome: string
  canYouCome: string
  canYouStill: string
  answers: Record<GivenAnswer, string>
  until: (when: string) => string
  saved: Record<GivenAnswer, string>
  maybeHint: string
  waiting: (place: number | null) => string
  waitingHint: string
  offered: (until: string) => string
  offeredHint: string
  offerEnded: string
  offerEndedHint: string
  takeSeat: string
  change: string
  pass: string
  calendar: string
  updateCalendar: string
  moved: string
  movedHint: string
  seatKept: string
  cancelled: string
  cancelledHint: string
  because: string
  done: string
  doneHint: string
  closed: (when: string) => string
  closedHint: string
  lastAnswer: Record<'attending' | 'maybe' | 'declined' | 'waitlisted' | 'none', string>
  draft: string
  draftHint: string
  substituted: string
  substitutedHint: string
  words: string
  question: string
  questionHint: string
  note: string
  noteHint: string
  reason: string
  reasonHint: string
  send: string
  received: string
  respectfully: string
  contact: string
  privacyTitle: string
  privacy: string
  optOut: string
  optOutAsk: string
  optOutHint: string
  optOutDo: string
  optedOut: string
  optedOutHint: string
  backToInvitation: string
  otherLanguage: string
  passTitle: string
  passHint: string
  noPass: string
  noPassHint: string
  unknown: string
  unknownHint: string
  superseded: string
  supersededHint: string
  withdrawn: string
  withdrawnHint: string
  tooMany: string
  tooManyHint: string
  incomplete: string
  incompleteHint: string
  failed: string
  failedHint: string
}

const id: PageText = {
  dear: 'Yth.',
  invites: 'Dengan hormat, kami mengundang Anda hadir dalam',
  day: 'Hari',
  time: 'Pukul',
  place: 'Tempat',
  map: 'Lihat peta',
  programme: 'Susunan acara',
  minutes: (count) => `${count} menit`,
  materials: 'Materi',
  materialFrom: (when) => `Tersedia mulai ${when}`,
  beforeYouCome: 'Sebelum Anda datang',
  canYouCome: 'Dapatkah Anda hadir?',
  canYouStill: 'Apakah Anda tetap dapat hadir?',
  answers: { attending: 'Hadir', maybe: 'Mungkin', declined: 'Tidak hadir' },
  until: (when) => `Jawaban dapat diubah sampai ${when}.`,
  saved: {
    attending: 'Tersimpan: Anda akan hadir',
    maybe: 'Tersimpan: Anda mungkin hadir',
    declined: 'Tersimpan: Anda tidak hadir',
  },
  maybeHint: 'Kursi belum kami sisihkan. Mohon pastikan begitu Anda tahu.',
  waiting: (place) =>
    place === null ? 'Anda masuk daftar tunggu' : `Anda masuk daftar tunggu, urutan ke-${place}`,
  waitingHint:
    'Semua kursi sudah terisi. Begitu ada yang kosong, kursi diberikan menurut urutan. Keadaan terbaru selalu tampil di halaman ini.',
  offered: (until) => `Kursi disimpan untuk Anda sampai ${until}`,
  offeredHint: 'Setelah itu kursi ditawarkan kepada tamu berikutnya.',
  offerEnded: 'Batas waktu tawaran kursi sudah lewat',
  offerEndedHint: 'Bila masih ingin hadir, silakan jawab lagi di bawah.',
  takeSeat: 'Apakah Anda menerima kursi ini?',
  change: 'Ubah jawaban',
  pass: 'Buka kartu masuk',
  calendar: 'Tambah ke kalender',
  updateCalendar: 'Perbarui kalender Anda',
  moved: 'Jadwal berubah. Mohon konfirmasi lagi',
  movedHint: 'Kami mohon maaf atas perubahan ini.',
  seatKept: 'Kursi Anda tetap kami simpan.',
  cancelled: 'Pertemuan ini dibatalkan',
  cancelledHint:
    'Anda tidak perlu datang. Kami mohon maaf dan akan mengabari bila ada jadwal baru.',
  because: 'Alasan',
  done: 'Pertemuan ini sudah selesai',
  doneHint: 'Terima kasih atas perhatian Anda.',
  closed: (when) => `Jawaban ditutup sejak ${when}`,
  closedHint: 'Untuk perubahan, silakan hubungi narahubung di bawah.',
  lastAnswer: {
    attending: 'Anda tercatat akan hadir.',
    maybe: 'Anda tercatat mungkin hadir.',
    declined: 'Anda tercatat tidak hadir.',
    waitlisted: 'Anda tercatat dalam daftar tunggu.',
    none: 'Kami belum menerima jawaban Anda.',
  },
  draft: 'Undangan ini belum dibuka',
  draftHint: 'Anda dapat menjawab setelah pertemuan diumumkan. Silakan buka tautan ini lagi nanti.',
  substituted: 'Rekan Anda hadir menggantikan Anda',
  substitutedHint:
    'Tautan dan kartu masuk ini tidak dipakai lagi. Bila Anda ternyata dapat hadir sendiri, silakan hubungi narahubung di bawah.',
  words: 'Titip pertanyaan atau pesan',
  question: 'Pertanyaan untuk narasumber',
  questionHint: 'Membantu kami menyiapkan jawaban. Tidak wajib.',
  note: 'Pesan untuk panitia',
  noteHint: 'Misalnya membawa kamera, atau datang terlambat.',
  reason: 'Alasan tidak hadir',
  reasonHint: 'Tidak wajib.',
  send: 'Kirim',
  received: 'Terima kasih, pesan Anda sudah kami terima.',
  respectfully: 'Hormat kami,',
  contact: 'Narahubung',
  privacyTitle: 'Data Anda',
  privacy:
    'Kami menyimpan nama, media, kontak, jawaban, dan kehadiran Anda untuk keperluan undangan dan laporan kegiatan, sesuai UU No. 27 Tahun 2022 tentang Pelindungan Data Pribadi. Anda berhak melihat, memperbaiki, atau meminta penghapusannya melalui narahubung.',
  optOut: 'Berhenti menerima undangan',
  optOutAsk: 'Berhenti menerima undangan?',
  optOutHint:
    'Kami tidak akan mengundang Anda lagi. Jawaban Anda untuk pertemuan ini tidak berubah.',
  optOutDo: 'Ya, berhenti',
  optedOut: 'Tersimpan: kami tidak akan mengundang Anda lagi',
  optedOutHint: 'Bila berubah pikiran, silakan hubungi kantor kami.',
  backToInvitation: 'Kembali ke undangan',
  otherLanguage: 'Read in English',
  passTitle: 'Kartu masuk',
  passHint: 'Tunjukkan kode ini di meja tamu. Anda tetap dapat masuk dengan menyebut nama.',
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
  incomplete: 'Tidak ada yang dapat disimpan',
  incompleteHint: 'Pilih satu jawaban atau tulis pesan Anda, lalu kirim lagi.',
  failed: 'Halaman ini sedang tidak dapat dibuka',
  failedHint: 'Tidak ada yang berubah. Silakan coba lagi sebentar lagi.',
}

const en: PageText = {
  dear: 'Dear',
  invites: 'We have the honour of inviting you to',
  day: 'Day',
  time: 'Time',
  place: 'Place',
  map: 'Open the map',
  programme: 'Programme',
  minutes: (count) => (count === 1 ? '1 minute' : `${count} minutes`),
  materials: 'Materials',
  materialFrom: (when) => `Available from ${when}`,
  beforeYouCome: 'Before you come',
  canYouCome: 'Can you come?',
  canYouStill: 'Can you still come?',
  answers: { attending: 'Yes', maybe: 'Maybe', declined: 'No' },
  until: (when) => `You can change your answer until ${when}.`,
  saved: {
    attending: 'Saved: you will attend',
    maybe: 'Saved: you may attend',
    declined: 'Saved: you will not attend',
  },
  maybeHint: 'No seat is kept for you yet. Please confirm as soon as you know.',
  waiting: (place) =>
    place === null ? 'You are on the waiting list' : `You are number ${place} on the waiting list`,
  waitingHint:
    'All seats are taken. A seat that becomes free is given in order. This page always shows the present state.',
  offered: (until) => `A seat is kept for you until ${until}`,
  offeredHint: 'After that it is offered to the next guest.',
  offerEnded: 'The time to take the seat is over',
  offerEndedHint: 'If you still wish to come, please answer again below.',
  takeSeat: 'Will you take the seat?',
  change: 'Change your answer',
  pass: 'Open your pass',
  calendar: 'Add to calendar',
  updateCalendar: 'Update your calendar',
  moved: 'The schedule changed. Please confirm again',
  movedHint: 'We apologise for the change.',
  seatKept: 'Your seat is still kept for you.',
  cancelled: 'This meeting was cancelled',
  cancelledHint: 'You need not come. We apologise and will write when there is a new date.',
  because: 'Reason',
  done: 'This meeting is over',
  doneHint: 'Thank you for your interest.',
  closed: (when) => `Answers closed on ${when}`,
  closedHint: 'For any change, please call the contact below.',
  lastAnswer: {
    attending: 'You are expected to attend.',
    maybe: 'You said you may attend.',
    declined: 'You said you will not attend.',
    waitlisted: 'You are on the waiting list.',
    none: 'We have not received your answer.',
  },
  draft: 'This invitation is not open yet',
  draftHint: 'You can answer once the meeting is announced. Please open this link again later.',
  substituted: 'A colleague comes in your place',
  substitutedHint:
    'This link and its pass are no longer used. If you can come yourself after all, please call the contact below.',
  words: 'Send a question or a note',
  question: 'Question for the speakers',
  questionHint: 'It helps us prepare an answer. Optional.',
  note: 'Note for the organisers',
  noteHint: 'For instance that you bring a camera or arrive late.',
  reason: 'Why you cannot come',
  reasonHint: 'Optional.',
  send: 'Send',
  received: 'Thank you, we have received your message.',
  respectfully: 'Yours sincerely,',
  contact: 'Contact',
  privacyTitle: 'Your data',
  privacy:
    'We keep your name, outlet, contact, answer and attendance for invitations and reports on our events, under Indonesian Law No. 27 of 2022 on Personal Data Protection. You may ask the contact to show, correct or erase them.',
  optOut: 'Stop receiving invitations',
  optOutAsk: 'Stop receiving invitations?',
  optOutHint: 'We will not invite you again. Your answer for this meeting stays as it is.',
  optOutDo: 'Yes, stop',
  optedOut: 'Saved: we will not invite you again',
  optedOutHint: 'If you change your mind, please contact our office.',
  backToInvitation: 'Back to the invitation',
  otherLanguage: 'Baca dalam bahasa Indonesia',
  passTitle: 'Pass',
  passHint: 'Show this code at the door. You can also enter by giving your name.',
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
  incomplete: 'There was nothing to save',
  incompleteHint: 'Choose an answer or write your message, then send again.',
  failed: 'This page cannot be opened right now',
  failedHint: 'Nothing was changed. Please try again in a moment.',
}

export const pageTexts: Record<Language, PageText> = { id, en }
