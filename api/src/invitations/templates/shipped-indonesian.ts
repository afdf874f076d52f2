import type { MessageKind } from '@ngopi/shared/templates'
import type { Words } from './letter.ts'

const facts = `Hari, tanggal: {hari}
Waktu: {jam}
Tempat: {tempat}
Peta: {peta}`

const personal = 'Tautan ini khusus untuk Anda; mohon tidak diteruskan.'

const signature = `Hormat kami,
{kantor}
Narahubung: {narahubung}, {telepon}`

const message = (...paragraphs: string[]): string =>
  ['Yth. {nama},', ...paragraphs, signature].join('\n\n')

/** The words a new office writes with, in Indonesian. */
export const shippedIndonesian: Record<MessageKind, Words> = {
  invitation: {
    subject: 'Undangan: {acara}',
    body: message(
      'Dengan hormat, kami mengundang Anda hadir dalam {acara}.',
      facts,
      `Mohon konfirmasi kehadiran Anda melalui tautan berikut:
{tautan}
Jawaban Anda kami tunggu sampai {batas}.`,
      personal,
    ),
  },
  reminder_silent: {
    subject: 'Mohon konfirmasi: {acara}',
    body: message(
      'Kami mengingatkan undangan kami untuk {acara}. Konfirmasi Anda belum kami terima.',
      facts,
      `Hadir, mungkin, atau berhalangan, mohon kabari kami melalui tautan berikut:
{tautan}
Jawaban Anda kami tunggu sampai {batas}.`,
      personal,
    ),
  },
  reminder_maybe: {
    subject: 'Sudah ada kepastian? {acara}',
    body: message(
      'Sebelumnya Anda menjawab mungkin hadir dalam {acara}.',
      facts,
      `Bila sudah ada kepastian, mohon perbarui jawaban Anda melalui tautan berikut:
{tautan}
Jawaban Anda kami tunggu sampai {batas}.`,
      personal,
    ),
  },
  reminder_attending: {
    subject: 'Sampai jumpa: {acara}',
    body: message(
      'Kami menantikan kehadiran Anda dalam {acara}.',
      facts,
      `Kartu masuk Anda ada di tautan berikut. Bila berhalangan, mohon ubah jawaban Anda di sana:
{tautan}`,
      personal,
    ),
  },
  reschedule: {
    subject: 'Perubahan jadwal: {acara}',
    body: message(
      'Ada perubahan waktu atau tempat untuk {acara}. Jadwal yang berlaku sekarang:',
      facts,
      `Mohon konfirmasi kembali kehadiran Anda melalui tautan berikut:
{tautan}
Jawaban Anda kami tunggu sampai {batas}.`,
      'Kami mohon maaf atas perubahan ini.',
    ),
  },
  cancel: {
    subject: 'Dibatalkan: {acara}',
    body: message(
      'Dengan berat hati kami memberitahukan bahwa {acara} dibatalkan.',
      facts,
      'Alasan: {alasan}',
      `Kabar terbaru dapat dibaca melalui tautan berikut:
{tautan}`,
      'Kami mohon maaf dan berharap dapat berjumpa pada kesempatan lain.',
    ),
  },
  thanks: {
    subject: 'Terima kasih: {acara}',
    body: message(
      'Terima kasih atas kehadiran Anda dalam {acara}.',
      `Keterangan dan materi pertemuan tetap dapat dibaca melalui tautan berikut:
{tautan}`,
    ),
  },
  materials: {
    subject: 'Materi pertemuan: {acara}',
    body: message(
      'Sayang sekali kita belum sempat berjumpa dalam {acara}.',
      `Materi pertemuan kami sediakan untuk Anda melalui tautan berikut:
{tautan}`,
      'Kami berharap dapat berjumpa dengan Anda pada pertemuan berikutnya.',
    ),
  },
  seat: {
    subject: 'Kursi tersedia untuk Anda: {acara}',
    body: message(
      'Kabar baik: ada kursi yang kosong, dan kini Anda tercatat hadir dalam {acara}.',
      facts,
      `Bila Anda berhalangan, mohon ubah jawaban Anda melalui tautan berikut:
{tautan}`,
    ),
  },
  offer: {
    subject: 'Kursi ditawarkan untuk Anda: {acara}',
    body: message(
      'Kabar baik: ada kursi yang kosong dalam {acara}, dan kami menyimpannya untuk Anda.',
      facts,
      `Mohon terima atau lepaskan kursi ini melalui tautan berikut:
{tautan}
Kursi kami simpan sampai {batas}.`,
    ),
  },
}
