import type { CrewRole, DeclineKind } from '@ngopi/shared/invitation-states'
import type { Language } from '../../platform/language.ts'

/** What a guest's pages say of other people: substitutes, crews, groups, and why somebody cannot come. */
export interface PeopleText {
  declineKind: string
  noKind: string
  kinds: Record<DeclineKind, string>
  crew: string
  crewHint: string
  roles: Record<CrewRole, string>
  saveCrew: string
  withCrew: (count: number) => string
  otherChoices: string
  substitute: string
  substituteHint: (outlet: string | null) => string
  substituteDo: string
  represent: (guest: string) => string
  representTitle: string
  representHint: string
  representDo: string
  representSent: string
  representSentHint: string
  coordinates: (group: string) => string
  named: (named: number, places: number) => string
  nameThem: string
  nominationsHint: string
  nominationsFull: string
  nominateDo: string
  takeBack: string
  fullName: string
  phone: string
  phoneHint: string
  email: string
  outlet: string
  outletHint: (outlet: string | null) => string
  incomplete: string
  refused: string
  full: string
}

const id: PeopleText = {
  declineKind: 'Mengapa tidak dapat hadir?',
  noKind: 'Tidak disebutkan',
  kinds: {
    assignment: 'Ada liputan atau tugas lain',
    out_of_town: 'Sedang di luar kota',
    unwell: 'Sedang sakit',
    not_my_beat: 'Bukan bidang liputan saya',
    other: 'Alasan lain',
  },
  crew: 'Datang bersama kru?',
  crewHint: 'Agar kami menyiapkan tempat. Kartu masuk Anda berlaku untuk seluruh kru.',
  roles: { reporter: 'Reporter', cameraman: 'Kameramen', photographer: 'Fotografer' },
  saveCrew: 'Simpan kru',
  withCrew: (count) => `Bersama ${count} kru`,
  otherChoices: 'Bukan Anda yang hadir?',
  substitute: 'Kirim rekan sebagai pengganti',
  substituteHint: (outlet) =>
    outlet
      ? `Rekan dari ${outlet} mengambil tempat Anda dan menerima tautannya sendiri.`
      : 'Rekan Anda mengambil tempat Anda dan menerima tautannya sendiri.',
  substituteDo: 'Alihkan kepada rekan ini',
  represent: (guest) => `Bukan ${guest}? Sampaikan siapa Anda`,
  representTitle: 'Anda mewakili siapa?',
  representHint:
    'Undangan ini ditujukan kepada orang lain dan tidak berubah. Humas kami memeriksa isian Anda, lalu mengirim tautan untuk Anda sendiri.',
  representDo: 'Kirim ke humas',
  representSent: 'Menunggu persetujuan humas',
  representSentHint:
    'Terima kasih, isian Anda sudah kami terima. Setelah disetujui, Anda menerima tautan sendiri.',
  coordinates: (group) => `Anda mengoordinasikan ${group}`,
  named: (named, places) => `${named} dari ${places} nama sudah disebutkan.`,
  nameThem: 'Sebutkan siapa yang hadir',
  nominationsHint: 'Setiap orang yang Anda sebutkan tercatat hadir dan menerima tautan sendiri.',
  nominationsFull: 'Semua tempat sudah terisi.',
  nominateDo: 'Tambahkan',
  takeBack: 'Batalkan',
  fullName: 'Nama lengkap',
  phone: 'Nomor WhatsApp',
  phoneHint: 'Isi nomor, email, atau keduanya.',
  email: 'Email',
  outlet: 'Media',
  outletHint: (outlet) => (outlet ? `Kosongkan bila ${outlet}.` : 'Tidak wajib.'),
  incomplete: 'Mohon isi nama, dan nomor WhatsApp atau email yang benar.',
  refused: 'Orang ini tidak dapat dicatat melalui halaman ini. Silakan hubungi narahubung kami.',
  full: 'Tidak ada tempat lagi. Silakan hubungi narahubung kami.',
}

const en: PeopleText = {
  declineKind: 'Why can you not come?',
  noKind: 'Not stated',
  kinds: {
    assignment: 'Another assignment',
    out_of_town: 'Out of town',
    unwell: 'Unwell',
    not_my_beat: 'Not my beat',
    other: 'Another reason',
  },
  crew: 'Coming with a crew?',
  crewHint: 'So that we have room for all. Your pass admits the whole crew.',
  roles: { reporter: 'Reporters', cameraman: 'Camera operators', photographer: 'Photographers' },
  saveCrew: 'Save crew',
  withCrew: (count) => `With a crew of ${count}`,
  otherChoices: 'Somebody else will come?',
  substitute: 'Send a colleague in your place',
  substituteHint: (outlet) =>
    outlet
      ? `A colleague of ${outlet} takes your place and gets a link of their own.`
      : 'Your colleague takes your place and gets a link of their own.',
  substituteDo: 'Pass on to this colleague',
  represent: (guest) => `Not ${guest}? Tell us who you are`,
  representTitle: 'Whom do you represent?',
  representHint:
    'This invitation is for somebody else and stays as it is. Our press office looks at what you write and sends you a link of your own.',
  representDo: 'Send to the press office',
  representSent: 'Waiting for the press office',
  representSentHint:
    'Thank you, we have received it. Once it is approved you will get a link of your own.',
  coordinates: (group) => `You coordinate ${group}`,
  named: (named, places) => `${named} of ${places} named so far.`,
  nameThem: 'Name who comes',
  nominationsHint: 'Everybody you name is noted as coming and gets a link of their own.',
  nominationsFull: 'All places are taken.',
  nominateDo: 'Add',
  takeBack: 'Take back',
  fullName: 'Full name',
  phone: 'WhatsApp number',
  phoneHint: 'Give a number, an e-mail address, or both.',
  email: 'E-mail',
  outlet: 'Outlet',
  outletHint: (outlet) => (outlet ? `Leave empty for ${outlet}.` : 'Optional.'),
  incomplete: 'Please give the name, and a correct WhatsApp number or e-mail address.',
  refused: 'This person cannot be noted on this page. Please call our contact.',
  full: 'There is no place left. Please call our contact.',
}

export const peopleTexts: Record<Language, PeopleText> = { id, en }
