import type { Bilingual } from '../platform/language.ts'

export const commitmentStrings = {
  unknownOwner: {
    id: 'Pilih petugas atau pimpinan kantor Anda yang masih aktif.',
    en: 'Choose an active officer or manager of your office.',
  },
  unknownSession: {
    id: 'Pertemuan ini tidak ada di kantor Anda.',
    en: 'Your office has no such session.',
  },
  unknownJournalist: {
    id: 'Wartawan ini tidak ada di kantor Anda.',
    en: 'Your office has no such journalist.',
  },
  unknownQuestion: {
    id: 'Pertanyaan ini tidak ada di pertemuan itu.',
    en: 'There is no such question in that session.',
  },
  askedOffRecord: {
    id: 'Pertanyaannya tidak untuk dikutip, maka janjinya juga tidak.',
    en: 'The question is off the record, and so is what was promised on it.',
  },
  notSettled: {
    id: 'Catat dahulu hasil janji ini, baru sampaikan kepada wartawan.',
    en: 'Record what came of this promise before you tell the journalist.',
  },
  nobodyToTell: {
    id: 'Janji ini tidak menyebut wartawan yang perlu diberi tahu.',
    en: 'This promise names no journalist to be told.',
  },
  noAddress: {
    id: 'Wartawan ini tidak memiliki alamat surel yang berlaku.',
    en: 'This journalist has no working e-mail address.',
  },
} satisfies Record<string, Bilingual>
