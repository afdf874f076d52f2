import type { MessageLanguage } from '@ngopi/shared/templates'
import { Temporal } from 'temporal-polyfill'
import type { GuestMessage } from './guest-message.ts'

/** The office a sample comes from. */
export interface SampleOffice {
  office: string
  timeZone: string
  contactName: string | null
  contactPhone: string | null
}

/** A made-up guest of a made-up session a week after `now` (ISO), to see a message before anybody was invited. */
export function sampleLetter(
  office: SampleOffice,
  { publicUrl, language, now }: { publicUrl: string; language: MessageLanguage; now: string },
): GuestMessage {
  const start = Temporal.Instant.from(now)
    .toZonedDateTimeISO(office.timeZone)
    .add({ days: 7 })
    .withPlainTime('09:00')
  const at = (time: Temporal.ZonedDateTime) =>
    time.toInstant().toString({ smallestUnit: 'millisecond' })
  return {
    ...office,
    language,
    guest: 'Siti Rahma, S.I.Kom. (contoh)',
    outlet: 'Media Contoh',
    title: 'Ngopi Bareng Humas',
    startsAt: at(start),
    endsAt: at(start.add({ hours: 2, minutes: 30 })),
    venue: 'Aula Lantai 2',
    mapUrl: null,
    cancelReason: null,
    answersOpen: true,
    rsvpClosesAt: at(start.subtract({ days: 1 })),
    offerExpiresAt: null,
    url: `${publicUrl}/u/contoh`,
    ownWords: {},
  }
}
