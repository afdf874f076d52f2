import type { Language } from './language.ts'

// How mails, messages and personal pages write days and times: always in the zone of the session,
// never in that of the server or the reader.

const tags: Record<Language, string> = { id: 'id-ID', en: 'en-GB' }
const made = new Map<string, Intl.DateTimeFormat>()

function formatter(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${tag} ${JSON.stringify(options)}`
  let format = made.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(tag, options)
    made.set(key, format)
  }
  return format
}

interface At {
  /** ISO instant. */
  at: string
  /** IANA zone. */
  zone: string
}

/** "Rabu, 29 Oktober 2025"; in English "Wednesday, 29 October 2025". */
export function longDay({ at, zone }: At, language: Language): string {
  const parts = formatter(tags[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: zone,
  }).formatToParts(new Date(at))
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((found) => found.type === type)?.value ?? ''
  return `${part('weekday')}, ${part('day')} ${part('month')} ${part('year')}`
}

/** "09.00"; with a colon in English. */
export const clock = ({ at, zone }: At, language: Language): string =>
  formatter(tags[language], {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(new Date(at))

/** "WIB", "WITA", "WIT", else "GMT+8": Indonesians read these in any language. */
export const zoneName = ({ at, zone }: At): string =>
  formatter('id-ID', { timeZone: zone, timeZoneName: 'short' })
    .formatToParts(new Date(at))
    .find((part) => part.type === 'timeZoneName')?.value ?? zone

interface Span {
  startsAt: string
  endsAt: string
  timeZone: string
}

/** "09.00–11.30 WIB"; with the day of the end when that is another. */
export function hours({ startsAt, endsAt, timeZone: zone }: Span, language: Language): string {
  const [start, end] = [
    { at: startsAt, zone },
    { at: endsAt, zone },
  ]
  const from = clock(start, language)
  const to = clock(end, language)
  const lastDay = longDay(end, language)
  return longDay(start, language) === lastDay
    ? `${from}–${to} ${zoneName(start)}`
    : `${from} ${zoneName(start)} – ${lastDay}, ${to} ${zoneName(end)}`
}
