import type { Answer, CrewRole, DeclineKind } from '@ngopi/shared/invitation-states'
import type { PersonForm } from '@ngopi/shared/personal-forms'
import type { Language } from '../platform/language.ts'

/** What is wrong with a field of the form; what is said of it stands below. */
export type PersonFault = 'noName' | 'noPhone' | 'noEmail' | 'noContact' | 'tooLong'
export type PersonFaults = Partial<Record<keyof PersonForm, PersonFault>>

/** What a guest's pages say of other people: substitutes, crews, groups, and why somebody cannot come. */
export interface PeopleText {
  declineKind: string
  noKind: string
  kinds: Record<DeclineKind, string>
  saveReason: string
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
  /** Where somebody whom a coordinator named stands. */
  stands: Record<Answer, string>
  replaced: string
  fullName: string
  phone: string
  phoneHint: string
  email: string
  outlet: string
  outletHint: (outlet: string | null) => string
  faults: Record<PersonFault, string>
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
  saveReason: 'Kirim alasan',
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
  representTitle: 'Siapa Anda?',
  representHint:
    'Undangan ini atas nama orang lain dan tetap berlaku baginya. Tuliskan nama dan media Anda sendiri: humas kami memeriksanya, lalu mengirim undangan untuk Anda.',
  representDo: 'Kirim ke humas',
  representSent: 'Menunggu persetujuan humas',
  representSentHint:
    'Terima kasih, isian Anda sudah kami terima. Setelah disetujui, Anda menerima tautan sendiri.',
  coordinates: (group) => `Anda mengoordinasikan ${group}`,
  named: (named, places) => `${named} dari ${places} nama sudah disebutkan.`,
  nameThem: 'Sebutkan siapa yang hadir',
  nominationsHint:
    'Setiap orang yang Anda sebutkan mendapat kursi selama masih ada, selebihnya masuk daftar tunggu. Masing-masing menerima tautan sendiri untuk mengubah jawabannya.',
  nominationsFull: 'Semua tempat sudah terisi.',
  nominateDo: 'Tambahkan',
  takeBack: 'Batalkan',
  stands: {
    none: 'Belum menjawab',
    attending: 'Hadir',
    maybe: 'Mungkin hadir',
    declined: 'Tidak hadir',
    waitlisted: 'Dalam daftar tunggu',
    offered: 'Kursi ditawarkan, belum dijawab',
    needs_reconfirmation: 'Perlu konfirmasi lagi',
    substituted: 'Digantikan rekannya',
  },
  replaced: 'diwakili rekannya',
  fullName: 'Nama lengkap',
  phone: 'Nomor WhatsApp',
  phoneHint: 'Isi nomor, surel, atau keduanya.',
  email: 'Surel',
  outlet: 'Media',
  outletHint: (outlet) => (outlet ? `Kosongkan bila ${outlet}.` : 'Tidak wajib.'),
  faults: {
    noName: 'Mohon isi nama lengkap.',
    noPhone: 'Nomor ini tidak dapat dihubungi. Contoh: 0812 3456 7890.',
    noEmail: 'Alamat surel ini belum lengkap. Contoh: nama@media.id.',
    noContact: 'Mohon isi nomor WhatsApp atau alamat surel, agar tautannya dapat dikirim.',
    tooLong: 'Terlalu panjang. Mohon singkatkan.',
  },
  incomplete: 'Belum terkirim. Mohon periksa isian di bawah.',
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
  saveReason: 'Send the reason',
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
  representTitle: 'Who are you?',
  representHint:
    'This invitation is in somebody else’s name and stays theirs. Write your own name and outlet: our press office looks at it and then sends you an invitation.',
  representDo: 'Send to the press office',
  representSent: 'Waiting for the press office',
  representSentHint:
    'Thank you, we have received it. Once it is approved you will get a link of your own.',
  coordinates: (group) => `You coordinate ${group}`,
  named: (named, places) => `${named} of ${places} named so far.`,
  nameThem: 'Name who comes',
  nominationsHint:
    'Everybody you name gets a seat while there are any, else a place on the waiting list, and a link of their own to change the answer.',
  nominationsFull: 'All places are taken.',
  nominateDo: 'Add',
  takeBack: 'Take back',
  stands: {
    none: 'No answer yet',
    attending: 'Coming',
    maybe: 'May come',
    declined: 'Not coming',
    waitlisted: 'On the waiting list',
    offered: 'Offered a seat, no answer yet',
    needs_reconfirmation: 'To confirm again',
    substituted: 'A colleague comes instead',
  },
  replaced: 'a colleague comes instead',
  fullName: 'Full name',
  phone: 'WhatsApp number',
  phoneHint: 'Give a number, an e-mail address, or both.',
  email: 'E-mail',
  outlet: 'Outlet',
  outletHint: (outlet) => (outlet ? `Leave empty for ${outlet}.` : 'Optional.'),
  faults: {
    noName: 'Please give the full name.',
    noPhone: 'This number cannot be called. Example: 0812 3456 7890.',
    noEmail: 'This e-mail address is not complete. Example: name@outlet.id.',
    noContact: 'Please give a WhatsApp number or an e-mail address, so that the link can be sent.',
    tooLong: 'Too long. Please shorten it.',
  },
  incomplete: 'Not sent yet. Please look at the form below.',
  refused: 'This person cannot be noted on this page. Please call our contact.',
  full: 'There is no place left. Please call our contact.',
}

export const peopleTexts: Record<Language, PeopleText> = { id, en }
