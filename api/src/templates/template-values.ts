import type { MessageKind, TemplateVariable } from '@ngopi/shared/templates'
import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { clock, hours, longDay, zoneName } from '../platform/when.ts'
import type { GuestMessage } from './guest-message.ts'

/** What each variable stands for; null where there is nothing to say. */
export type TemplateValues = Readonly<Record<TemplateVariable, string | null>>

/** Signs that turn the direction of the words after them. */
const directions = /[\u202a-\u202e\u2066-\u2069]/g

/** A value never breaks a line: it stays one stretch of words; null where none are left. */
const oneLine = (value: string | null): string | null =>
  value
    ?.replace(directions, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim() || null

/** Until when an answer is taken; null where that is the start itself, or they are closed. */
function deadline(letter: GuestMessage, templateKind: MessageKind): string | null {
  if (templateKind === 'offer' && letter.offerExpiresAt) return letter.offerExpiresAt
  const { rsvpClosesAt, startsAt, answersOpen } = letter
  if (!answersOpen) return null
  return rsvpClosesAt !== null && Date.parse(rsvpClosesAt) < Date.parse(startsAt)
    ? rsvpClosesAt
    : null
}

function moment(at: string, { timeZone: zone, language }: GuestMessage): string {
  const there = { at, zone }
  return `${longDay(there, language)}, ${clock(there, language)} ${zoneName(there)}`
}

const readableNumber = (phone: string): string =>
  parsePhoneNumberFromString(phone, 'ID')?.formatInternational() ?? phone

/** What the variables of a message stand for, in the language of the guest and the zone of the session. */
export function templateValues(letter: GuestMessage, templateKind: MessageKind): TemplateValues {
  const until = deadline(letter, templateKind)
  return {
    nama: oneLine(letter.guest),
    media: oneLine(letter.outlet),
    acara: oneLine(letter.title),
    hari: longDay({ at: letter.startsAt, zone: letter.timeZone }, letter.language),
    jam: hours(letter, letter.language),
    tempat: oneLine(letter.venue),
    peta: oneLine(letter.mapUrl),
    tautan: letter.language === 'en' ? `${letter.url}?bahasa=en` : letter.url,
    batas: until && moment(until, letter),
    alasan: oneLine(letter.cancelReason),
    kantor: oneLine(letter.office),
    narahubung: oneLine(letter.contactName),
    telepon: oneLine(letter.contactPhone && readableNumber(letter.contactPhone)),
  }
}
