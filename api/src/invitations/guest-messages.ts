import type { MessageKind } from '@ngopi/shared/templates'
import type { Occasion } from '../sessions/rules.ts'
import { hours, longDay } from '../sessions/when.ts'

/** Everything a message to one guest is written from. */
export interface Letter extends Occasion {
  /** With titles, as one addresses the person. */
  guest: string
  title: string
  mapUrl: string | null
  cancelReason: string | null
  office: string
  contactName: string | null
  contactPhone: string | null
  /** The guest's personal link. */
  url: string
}

const facts = (letter: Letter): string => {
  const lines = [
    `Hari, tanggal: ${longDay({ at: letter.startsAt, zone: letter.timeZone }, 'id')}`,
    `Waktu: ${hours(letter, 'id')}`,
    `Tempat: ${letter.venue}`,
  ]
  if (letter.mapUrl) lines.push(`Peta: ${letter.mapUrl}`)
  return lines.join('\n')
}

const personal = 'Tautan ini khusus untuk Anda; mohon tidak diteruskan.'

interface Words {
  subject: (letter: Letter) => string
  /** Paragraphs between the greeting and the signature. */
  body: (letter: Letter) => string[]
}

const reminder: Words = {
  subject: ({ title }) => `Pengingat: ${title}`,
  body: (letter) => [
    `Kami mengingatkan undangan kami untuk ${letter.title}.`,
    facts(letter),
    `Jawaban Anda dapat diberikan atau diubah melalui tautan berikut:\n${letter.url}`,
    personal,
  ],
}

const words: Record<MessageKind, Words> = {
  invitation: {
    subject: ({ title }) => `Undangan: ${title}`,
    body: (letter) => [
      `Dengan hormat, kami mengundang Anda hadir dalam ${letter.title}.`,
      facts(letter),
      `Mohon konfirmasi kehadiran Anda melalui tautan berikut:\n${letter.url}`,
      personal,
    ],
  },
  reminder_silent: reminder,
  reminder_maybe: reminder,
  reminder_attending: reminder,
  reschedule: {
    subject: ({ title }) => `Perubahan jadwal: ${title}`,
    body: (letter) => [
      `Ada perubahan waktu atau tempat untuk ${letter.title}. Jadwal yang berlaku sekarang:`,
      facts(letter),
      `Mohon konfirmasi kembali kehadiran Anda melalui tautan berikut:\n${letter.url}`,
      'Kami mohon maaf atas perubahan ini.',
    ],
  },
  cancel: {
    subject: ({ title }) => `Dibatalkan: ${title}`,
    body: (letter) => [
      `Dengan berat hati kami memberitahukan bahwa ${letter.title} dibatalkan.`,
      facts(letter),
      ...(letter.cancelReason ? [`Alasan: ${letter.cancelReason}`] : []),
      `Kabar terbaru dapat dibaca melalui tautan berikut:\n${letter.url}`,
    ],
  },
  thanks: {
    subject: ({ title }) => `Terima kasih: ${title}`,
    body: (letter) => [
      `Terima kasih atas perhatian Anda pada ${letter.title}.`,
      `Keterangan pertemuan tetap dapat dibaca melalui tautan berikut:\n${letter.url}`,
    ],
  },
  offer: {
    subject: ({ title }) => `Kursi ditawarkan untuk Anda: ${title}`,
    body: (letter) => [
      `Kabar baik: ada kursi yang kosong dalam ${letter.title}, dan kami menyimpannya untuk Anda.`,
      facts(letter),
      `Mohon terima atau lepaskan kursi ini melalui tautan berikut:\n${letter.url}`,
    ],
  },
  seat: {
    subject: ({ title }) => `Kursi tersedia untuk Anda: ${title}`,
    body: (letter) => [
      `Kabar baik: ada kursi yang kosong, dan kini Anda tercatat hadir dalam ${letter.title}.`,
      facts(letter),
      `Bila Anda berhalangan, mohon ubah jawaban Anda melalui tautan berikut:\n${letter.url}`,
    ],
  },
}

const signature = ({ office, contactName, contactPhone }: Letter): string =>
  contactName && contactPhone
    ? `Hormat kami,\n${office}\nNarahubung: ${contactName}, ${contactPhone}`
    : `Hormat kami,\n${office}`

/** The message as it is pasted into WhatsApp or put into a mail. */
export const messageText = (letter: Letter, about: MessageKind): string =>
  [`Yth. ${letter.guest},`, ...words[about].body(letter), signature(letter)].join('\n\n')

/** A mail: its text ends with how to stop invitations. */
export const mailOf = (letter: Letter, about: MessageKind): { subject: string; text: string } => ({
  subject: words[about].subject(letter),
  text: `${messageText(letter, about)}\n\n--\nBerhenti menerima undangan: ${letter.url}/opt-out\n`,
})

/** The address that opens WhatsApp at the guest's number (E.164) with the message ready to send. */
export const whatsappUrl = (phone: string, message: string): string =>
  `https://wa.me/${phone.replace(/\D/g, '')}?text=${encodeURIComponent(message)}`
