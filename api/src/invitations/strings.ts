import type { Bilingual } from '../platform/language.ts'

export const invitationStrings = {
  closed: {
    id: 'Jawaban untuk pertemuan ini sudah ditutup.',
    en: 'This session takes no more answers.',
  },
  draft: {
    id: 'Pertemuan ini belum diterbitkan.',
    en: 'This session has not been published.',
  },
  cancelled: { id: 'Pertemuan ini dibatalkan.', en: 'This session was cancelled.' },
  done: { id: 'Pertemuan ini sudah selesai.', en: 'This session is over.' },
  substituted: {
    id: 'Undangan ini sudah digantikan orang lain.',
    en: 'Somebody else has taken the place of this guest.',
  },
  noEmail: {
    id: 'Wartawan ini belum memiliki alamat surel.',
    en: 'This journalist has no e-mail address.',
  },
  optedOut: {
    id: 'Wartawan ini meminta tidak dikirimi undangan lagi.',
    en: 'This journalist asked for no more invitations.',
  },
  unknownJournalist: {
    id: 'Wartawan ini tidak ditemukan.',
    en: 'This journalist was not found.',
  },
  alreadyInvited: {
    id: 'Wartawan ini sudah diundang ke pertemuan ini.',
    en: 'This journalist is invited to this session already.',
  },
  notSubstituted: {
    id: 'Tamu ini tidak sedang digantikan.',
    en: 'Nobody has taken the place of this guest.',
  },
  passedOn: {
    id: 'Penggantinya sudah digantikan orang lain; kembalikan yang itu lebih dulu.',
    en: 'The substitute was replaced in turn; swap that one back first.',
  },
  decided: {
    id: 'Permintaan ini sudah diputuskan.',
    en: 'This request was decided already.',
  },
} satisfies Record<string, Bilingual>

/** A substitute comes from the outlet that was invited. */
export const otherOutlet = (outlet: string): Bilingual => ({
  id: `Pengganti harus wartawan ${outlet}, media yang diundang.`,
  en: `A substitute must be a journalist of ${outlet}, the outlet invited.`,
})
