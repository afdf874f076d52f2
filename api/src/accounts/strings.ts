import type { Bilingual } from '../platform/language.ts'

export const accountStrings = {
  wrongLogin: {
    id: 'Alamat surel atau kata sandi tidak cocok.',
    en: 'The e-mail address or the password does not match.',
  },
  wrongPassword: {
    id: 'Kata sandi ini bukan kata sandi Anda sekarang.',
    en: 'This is not your present password.',
  },
  commonPassword: {
    id: 'Kata sandi ini terlalu umum. Pilih yang lain, misalnya beberapa kata sekaligus.',
    en: 'This password is too common. Choose another, for example several words.',
  },
  passwordHasEmail: {
    id: 'Kata sandi tidak boleh memuat nama pada alamat surel.',
    en: 'The password must not contain the name in the e-mail address.',
  },
  usedEmail: {
    id: 'Alamat surel ini sudah dipakai akun lain.',
    en: 'Another account uses this e-mail address.',
  },
  deadLink: {
    id: 'Tautan ini sudah dipakai atau kedaluwarsa. Mintalah tautan baru.',
    en: 'This link was used already or has expired. Please ask for a new one.',
  },
  lastAdmin: {
    id: 'Ini satu-satunya admin aktif di kantor ini. Jadikan orang lain admin terlebih dahulu.',
    en: 'This is the only active admin of the office. Make somebody else an admin first.',
  },
  disabledUser: {
    id: 'Akun ini dinonaktifkan. Aktifkan dahulu sebelum membuat tautan.',
    en: 'This account is disabled. Enable it before making a link.',
  },
  unknownOffice: {
    id: 'Kantor ini bukan kantor Anda atau kantor di bawahnya.',
    en: 'This is neither your office nor one below it.',
  },
  notAPicture: {
    id: 'Berkas ini bukan gambar PNG atau JPEG yang dapat dicetak.',
    en: 'This file is no PNG or JPEG picture that can be printed.',
  },
  largePicture: {
    id: 'Gambar terlalu besar: paling besar 512 KB dan 2.000 piksel per sisi.',
    en: 'The picture is too large: at most 512 KB and 2,000 pixels a side.',
  },
  noPhone: {
    id: 'Ini bukan nomor telepon yang dapat dihubungi. Contoh: (0284) 321 000.',
    en: 'This is not a phone number that can be called. Example: (0284) 321 000.',
  },
  alreadySetUp: {
    id: 'Ngopi ini sudah disiapkan. Silakan masuk.',
    en: 'This installation is set up already. Please log in.',
  },
  wrongSetupCode: {
    id: 'Kode penyiapan tidak cocok. Lihat kode terbaru di konsol server.',
    en: 'The set-up code does not match. See the newest code on the console of the server.',
  },
} satisfies Record<string, Bilingual>
