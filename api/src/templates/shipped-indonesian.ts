import type { MessageKind } from '@ngopi/shared/templates'
import type { Words } from './guest-message.ts'

const facts = `Hari, tanggal: {hari}
Waktu: {jam}
Tempat: {tempat}
Peta: {peta}`

const personal = 'Tautan ini khusus untuk Bapak/Ibu; mohon tidak diteruskan.'

const signature = `Hormat kami,
{kantor}
Narahubung: {narahubung}, {telepon}`

const message = (...paragraphs: string[]): string =>
  ['Yth. Bapak/Ibu {nama},', ...paragraphs, signature].join('\n\n')

/** The words a new office writes with, in Indonesian. */
export const shippedIndonesian: Record<MessageKind, Words> = {
  invitation: {
    subject: 'Undangan: {acara}',
    body: message(
      'Dengan hormat, kami mengundang Bapak/Ibu untuk hadir dalam {acara}.',
      facts,
      `Mohon konfirmasi kehadiran Bapak/Ibu melalui tautan berikut:
{tautan}
Jawaban Bapak/Ibu kami tunggu sampai {batas}.`,
      personal,
    ),
  },
  reminder_silent: {
    subject: 'Mohon konfirmasi: {acara}',
    body: message(
      'Kami mengingatkan undangan kami untuk {acara}. Konfirmasi Bapak/Ibu belum kami terima.',
      facts,
      `Hadir, belum pasti, atau berhalangan, mohon beri tahu kami melalui tautan berikut:
{tautan}
Jawaban Bapak/Ibu kami tunggu sampai {batas}.`,
      personal,
    ),
  },
  reminder_maybe: {
    subject: 'Mohon kepastian kehadiran: {acara}',
    body: message(
      'Sebelumnya Bapak/Ibu menjawab belum pasti hadir dalam {acara}.',
      facts,
      `Bila sudah ada kepastian, mohon perbarui jawaban Bapak/Ibu melalui tautan berikut:
{tautan}
Jawaban Bapak/Ibu kami tunggu sampai {batas}.`,
      personal,
    ),
  },
  reminder_attending: {
    subject: 'Pengingat: {acara}',
    body: message(
      'Kami menantikan kehadiran Bapak/Ibu dalam {acara}.',
      facts,
      `Kartu masuk Bapak/Ibu ada di tautan berikut. Bila berhalangan, mohon segera beri tahu kami:
{tautan}`,
      personal,
    ),
  },
  reschedule: {
    subject: 'Pemberitahuan perubahan jadwal: {acara}',
    body: message(
      'Ada perubahan waktu atau tempat untuk {acara}. Jadwal yang berlaku sekarang:',
      facts,
      `Mohon konfirmasi kehadiran Bapak/Ibu pada jadwal ini melalui tautan berikut:
{tautan}
Jawaban Bapak/Ibu kami tunggu sampai {batas}.`,
      'Kami mohon maaf atas perubahan ini.',
    ),
  },
  moved: {
    subject: 'Pemberitahuan perubahan jadwal: {acara}',
    body: message(
      'Ada perubahan waktu atau tempat untuk {acara}. Jadwal yang berlaku sekarang:',
      facts,
      `Jawaban Bapak/Ibu yang sudah kami terima tetap berlaku. Keterangan terbaru ada di tautan berikut:
{tautan}`,
      'Kami mohon maaf atas perubahan ini.',
    ),
  },
  cancel: {
    subject: 'Pemberitahuan pembatalan: {acara}',
    body: message(
      'Dengan berat hati kami memberitahukan bahwa {acara} dibatalkan.',
      facts,
      'Alasan: {alasan}',
      `Keterangan terbaru dapat dibaca melalui tautan berikut:
{tautan}`,
      'Kami mohon maaf dan berharap dapat berjumpa dengan Bapak/Ibu pada kesempatan lain.',
    ),
  },
  revoked: {
    subject: 'Pemberitahuan: undangan {acara} tidak berlaku lagi',
    body: message(
      'Dengan hormat kami memberitahukan bahwa undangan untuk Bapak/Ibu dalam acara berikut tidak berlaku lagi: {acara}.',
      facts,
      'Tautan pribadi dan kartu masuk undangan itu tidak dapat dipakai lagi. Bila ada pertanyaan, silakan hubungi narahubung kami.',
      'Kami mohon maaf atas perubahan ini.',
    ),
  },
  replaced: {
    subject: 'Pemberitahuan: tempat pada {acara} diteruskan kepada rekan',
    body: message(
      'Tempat Bapak/Ibu dalam {acara} kini diteruskan kepada rekan Bapak/Ibu, yang hadir menggantikan.',
      facts,
      'Tautan pribadi dan kartu masuk Bapak/Ibu tidak dipakai lagi. Bila ini tidak sesuai, silakan hubungi narahubung kami.',
    ),
  },
  thanks: {
    subject: 'Terima kasih: {acara}',
    body: message(
      'Terima kasih atas kehadiran Bapak/Ibu dalam {acara}.',
      `Keterangan dan materi pertemuan tetap dapat dibaca melalui tautan berikut:
{tautan}`,
    ),
  },
  materials: {
    subject: 'Materi pertemuan: {acara}',
    body: message(
      'Kami memahami Bapak/Ibu belum dapat hadir dalam {acara}.',
      `Materi pertemuan kami sediakan untuk Bapak/Ibu melalui tautan berikut:
{tautan}`,
      'Kami berharap dapat berjumpa dengan Bapak/Ibu pada pertemuan berikutnya.',
    ),
  },
  seat: {
    subject: 'Kursi tersedia untuk Bapak/Ibu: {acara}',
    body: message(
      'Kabar baik: tersedia kursi untuk Bapak/Ibu, yang kini terdaftar sebagai peserta {acara}.',
      facts,
      `Kartu masuk Bapak/Ibu ada di tautan berikut. Bila berhalangan, mohon segera beri tahu kami:
{tautan}`,
    ),
  },
  offer: {
    subject: 'Kursi ditawarkan untuk Bapak/Ibu: {acara}',
    body: message(
      'Kabar baik: ada kursi yang kosong dalam {acara}, dan kami menyimpannya untuk Bapak/Ibu.',
      facts,
      `Mohon terima atau lepaskan kursi ini melalui tautan berikut:
{tautan}
Kursi kami simpan sampai {batas}.`,
    ),
  },
}
