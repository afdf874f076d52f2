import type { GivenAnswer } from '@ngopi/shared/invitation-states'
import { eventWords } from '../messaging/event-words.ts'
import type { Language } from '../platform/language.ts'

/** Everything the personal pages say. */
export interface PageText {
  dear: string
  invites: string
  day: string
  time: string
  venue: string
  map: string
  programme: string
  minutes: (count: number) => string
  materials: string
  materialUnderEmbargo: string
  materialFrom: (when: string) => string
  beforeYouCome: string
  canYouCome: string
  canYouStill: string
  answers: Record<GivenAnswer, string>
  until: (when: string) => string
  saved: Record<GivenAnswer, string>
  maybeHint: string
  waiting: (position: number | null) => string
  waitingHint: string
  offered: (until: string) => string
  offeredHint: string
  offerEnded: string
  offerEndedHint: string
  takeSeat: string
  /** What answers other than yes cost, said before they are given. */
  offerAtStake: string
  seatAtStake: string
  seatReleased: string
  change: string
  pass: string
  calendar: string
  updateCalendar: string
  /** Told where nothing is asked. */
  changed: string
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
  remarks: string
  question: string
  questionHint: string
  note: string
  noteHint: string
  reason: string
  reasonHint: string
  tooLong: (maxLength: number) => string
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
  optedOutContact: string
  stopped: string
  optIn: string
  backToInvitation: string
  otherLanguage: string
  passTitle: string
  passHint: string
}

const id: PageText = {
  dear: 'Yth.',
  invites: 'Dengan hormat, kami mengundang Anda hadir dalam',
  day: 'Hari',
  time: 'Pukul',
  venue: 'Tempat',
  map: eventWords.id.map,
  programme: 'Susunan acara',
  minutes: (count) => `${count} menit`,
  materials: 'Materi',
  materialUnderEmbargo: 'Materi di bawah embargo',
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
  maybeHint: 'Tidak ada kursi yang disimpan untuk Anda. Mohon pastikan begitu Anda tahu.',
  waiting: (position) =>
    position === null
      ? 'Anda masuk daftar tunggu'
      : `Anda masuk daftar tunggu, urutan ke-${position}`,
  waitingHint:
    'Semua kursi sudah terisi. Begitu ada yang kosong, kursi diberikan menurut urutan. Keadaan terbaru selalu tampil di halaman ini.',
  offered: (until) => `Kursi disimpan untuk Anda sampai ${until}`,
  offeredHint: 'Setelah itu kursi ditawarkan kepada tamu berikutnya.',
  offerEnded: 'Batas waktu tawaran kursi sudah lewat',
  offerEndedHint: 'Bila masih ingin hadir, silakan jawab lagi di bawah.',
  takeSeat: 'Apakah Anda menerima kursi ini?',
  offerAtStake:
    'Bila Anda menjawab Mungkin atau Tidak hadir, kursi ini diberikan kepada tamu lain.',
  seatAtStake: 'Bila Anda menjawab Mungkin atau Tidak hadir, kursi Anda dilepas untuk tamu lain.',
  seatReleased: 'Kursi Anda sudah dilepas untuk tamu lain.',
  change: 'Ubah jawaban',
  pass: 'Buka kartu masuk',
  calendar: 'Tambah ke kalender',
  updateCalendar: 'Perbarui kalender Anda',
  changed: 'Jadwal berubah',
  moved: 'Jadwal berubah. Mohon konfirmasi lagi',
  movedHint: 'Kami mohon maaf atas perubahan ini.',
  seatKept: 'Kursi Anda tetap kami simpan.',
  cancelled: eventWords.id.cancelled,
  cancelledHint:
    'Anda tidak perlu datang. Kami mohon maaf dan akan mengabari bila ada jadwal baru.',
  because: eventWords.id.because,
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
  remarks: 'Titip pertanyaan atau pesan',
  question: 'Pertanyaan untuk narasumber',
  questionHint: 'Membantu kami menyiapkan jawaban. Tidak wajib.',
  note: 'Pesan untuk panitia',
  noteHint: 'Misalnya membawa kamera, atau datang terlambat.',
  reason: 'Alasan tidak hadir',
  reasonHint: 'Tidak wajib.',
  tooLong: (maxLength) => `Terlalu panjang: paling banyak ${maxLength} huruf.`,
  send: 'Kirim',
  received: 'Terima kasih, pesan Anda sudah kami terima.',
  respectfully: 'Hormat kami,',
  contact: eventWords.id.contact,
  privacyTitle: 'Data Anda',
  privacy:
    'Kami menyimpan nama, media, kontak, jawaban, dan kehadiran Anda untuk keperluan undangan dan laporan kegiatan, sesuai UU No. 27 Tahun 2022 tentang Pelindungan Data Pribadi. Anda berhak melihat, memperbaiki, atau meminta penghapusannya melalui narahubung.',
  optOut: 'Berhenti menerima undangan',
  optOutAsk: 'Berhenti menerima undangan?',
  optOutHint:
    'Kami tidak akan mengundang Anda lagi. Jawaban Anda untuk pertemuan ini tidak berubah.',
  optOutDo: 'Ya, berhenti',
  optedOut: 'Tersimpan: kami tidak akan mengundang Anda lagi',
  optedOutContact: 'Bila berubah pikiran, hubungi kantor kami.',
  optedOutHint: 'Bila berubah pikiran, batalkan di bawah atau hubungi kantor kami.',
  stopped: 'Anda tidak lagi menerima undangan dari kami.',
  optIn: 'Batalkan, undang saya lagi',
  backToInvitation: 'Kembali ke undangan',
  otherLanguage: 'Read in English',
  passTitle: 'Kartu masuk',
  passHint: 'Tunjukkan kode ini di meja tamu. Anda tetap dapat masuk dengan menyebut nama.',
}

const en: PageText = {
  dear: 'Dear',
  invites: 'We have the honour of inviting you to',
  day: 'Day',
  time: 'Time',
  venue: 'Place',
  map: eventWords.en.map,
  programme: 'Programme',
  minutes: (count) => (count === 1 ? '1 minute' : `${count} minutes`),
  materials: 'Materials',
  materialUnderEmbargo: 'Material under embargo',
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
  maybeHint: 'No seat is kept for you. Please confirm as soon as you know.',
  waiting: (position) =>
    position === null
      ? 'You are on the waiting list'
      : `You are number ${position} on the waiting list`,
  waitingHint:
    'All seats are taken. A seat that becomes free is given in order. This page always shows the present state.',
  offered: (until) => `A seat is kept for you until ${until}`,
  offeredHint: 'After that it is offered to the next guest.',
  offerEnded: 'The time to take the seat is over',
  offerEndedHint: 'If you still wish to come, please answer again below.',
  takeSeat: 'Will you take the seat?',
  offerAtStake: 'If you answer Maybe or No, this seat goes to another guest.',
  seatAtStake: 'If you answer Maybe or No, your seat goes to another guest.',
  seatReleased: 'Your seat was given up for another guest.',
  change: 'Change your answer',
  pass: 'Open your pass',
  calendar: 'Add to calendar',
  updateCalendar: 'Update your calendar',
  changed: 'The schedule changed',
  moved: 'The schedule changed. Please confirm again',
  movedHint: 'We apologise for the change.',
  seatKept: 'Your seat is still kept for you.',
  cancelled: eventWords.en.cancelled,
  cancelledHint: 'You need not come. We apologise and will write when there is a new date.',
  because: eventWords.en.because,
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
  remarks: 'Send a question or a note',
  question: 'Question for the speakers',
  questionHint: 'It helps us prepare an answer. Optional.',
  note: 'Note for the organisers',
  noteHint: 'For instance that you bring a camera or arrive late.',
  reason: 'Why you cannot come',
  reasonHint: 'Optional.',
  tooLong: (maxLength) => `Too long: at most ${maxLength} characters.`,
  send: 'Send',
  received: 'Thank you, we have received your message.',
  respectfully: 'Yours sincerely,',
  contact: eventWords.en.contact,
  privacyTitle: 'Your data',
  privacy:
    'We keep your name, outlet, contact, answer and attendance for invitations and reports on our events, under Indonesian Law No. 27 of 2022 on Personal Data Protection. You may ask the contact to show, correct or erase them.',
  optOut: 'Stop receiving invitations',
  optOutAsk: 'Stop receiving invitations?',
  optOutHint: 'We will not invite you again. Your answer for this meeting stays as it is.',
  optOutDo: 'Yes, stop',
  optedOut: 'Saved: we will not invite you again',
  optedOutContact: 'If you change your mind, contact our office.',
  optedOutHint: 'If you change your mind, undo it below or contact our office.',
  stopped: 'You no longer receive invitations from us.',
  optIn: 'Undo, invite me again',
  backToInvitation: 'Back to the invitation',
  otherLanguage: 'Baca dalam bahasa Indonesia',
  passTitle: 'Pass',
  passHint: 'Show this code at the door. You can also enter by giving your name.',
}

export const pageTexts: Record<Language, PageText> = { id, en }
