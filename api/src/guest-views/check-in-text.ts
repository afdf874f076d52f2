import type { CheckInFault } from '../attendance/check-in-rules.ts'
import type { Language } from '../platform/language.ts'

/** What the page says on the day of a guest who is there. */
export interface CheckInText {
  ask: string
  askHint: string
  waitlisted: string
  code: string
  send: string
  sent: (at: string) => string
  sentHint: string
  present: string
  faults: Record<CheckInFault, string>
}

const id: CheckInText = {
  ask: 'Sudah di tempat acara?',
  askHint: 'Ketik kode enam angka yang tampil di ruangan, lalu petugas mencatat kehadiran Anda.',
  waitlisted: 'Anda masih dalam daftar tunggu; mohon tanyakan kursi kepada petugas.',
  code: 'Kode di ruangan',
  send: 'Saya sudah di tempat',
  sent: (at) => `Terkirim ${at} · menunggu konfirmasi petugas`,
  sentHint: 'Silakan sapa petugas di meja tamu.',
  present: 'Anda tercatat hadir',
  faults: {
    code: 'Kode tidak cocok atau sudah berganti. Ketik kode yang sekarang tampil di ruangan.',
    hours: 'Lapor kehadiran hanya bisa mulai satu jam sebelum acara sampai acara selesai.',
    desk: 'Undangan ini tercatat tidak dipakai. Silakan temui petugas di meja tamu; Anda tetap dilayani.',
  },
}

const en: CheckInText = {
  ask: 'Are you here already?',
  askHint: 'Type the six digits shown in the room; the desk then records that you came.',
  waitlisted: 'You are still on the waiting list; please ask the desk for a seat.',
  code: 'Code in the room',
  send: 'I am here',
  sent: (at) => `Sent at ${at} · waiting for the desk to confirm`,
  sentHint: 'Please say hello at the guest desk.',
  present: 'You are recorded as present',
  faults: {
    code: 'The code does not match or has changed. Type the one shown in the room now.',
    hours: 'You can report from an hour before the meeting until its end.',
    desk: 'This invitation is recorded as not used. Please see the guest desk; they will help you.',
  },
}

export const checkInTexts: Record<Language, CheckInText> = { id, en }
