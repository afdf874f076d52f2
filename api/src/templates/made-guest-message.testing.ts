import type { GuestMessage } from './guest-message.ts'

/** A letter to one guest, for tests; a session on Wednesday 25 November 2026, 09.00 in Jakarta. */
export const madeLetter = (given: Partial<GuestMessage> = {}): GuestMessage => ({
  guest: 'Sri Lestari, S.Sos.',
  outlet: 'Kabar Pemalang',
  language: 'id',
  title: 'Ngopi Bareng Humas',
  startsAt: '2026-11-25T02:00:00.000Z',
  endsAt: '2026-11-25T04:30:00.000Z',
  timeZone: 'Asia/Jakarta',
  venue: 'Aula Lantai 2',
  mapUrl: null,
  cancelReason: null,
  rsvpClosesAt: null,
  answersOpen: true,
  offerExpiresAt: null,
  office: 'Kantor Uji',
  contactName: 'Humas',
  contactPhone: '+6281234567890',
  url: 'https://ngopi.example/u/abc',
  ownWords: {},
  ...given,
})

/** A letter of an office with its own words for thanks. */
export const letterSaying = (
  body: string,
  given: Partial<GuestMessage> = {},
  subject = 'Judul',
): GuestMessage =>
  madeLetter({
    ...given,
    ownWords: { thanks: { subject, body, serviceTemplate: null, serviceParameters: [] } },
  })
