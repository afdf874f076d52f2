import type { Locale } from '../i18n.tsx'

// The only place that formats days and times. A session's time is written in the zone of the
// session, never in that of the viewer.

const tags: Record<Locale, string> = { id: 'id-ID', en: 'en-GB' }
const made = new Map<string, Intl.DateTimeFormat>()

// Making one takes far longer than using it.
const formatterOf = (tag: string, options: Intl.DateTimeFormatOptions) => {
  const key = `${tag}${JSON.stringify(options)}`
  let formatter = made.get(key)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(tag, options)
    made.set(key, formatter)
  }
  return formatter
}

const format = (tag: string, options: Intl.DateTimeFormatOptions, at: Date | number) =>
  formatterOf(tag, options).format(at)

const dayStyle = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const
const longDayStyle = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const

// en-GB writes "Wed 29 Oct 2025" without a comma and "Sept"; commas are kept as the locale has them.
const day = (at: Date, zone: string, locale: Locale, long: boolean) =>
  format(tags[locale], { ...(long ? longDayStyle : dayStyle), timeZone: zone }, at)

const clock = (at: Date, zone: string, locale: Locale) =>
  format(tags[locale], { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: zone }, at)

/** `WIB`, `WITA`, `WIT`, else `GMT+8`: Indonesians read these in any language. */
export const zoneName = (iso: string, zone: string): string =>
  formatterOf('id-ID', { timeZone: zone, timeZoneName: 'short' })
    .formatToParts(new Date(iso))
    .find((part) => part.type === 'timeZoneName')?.value ?? zone

/** The day of an instant in a zone, `YYYY-MM-DD`. */
export const dayIn = (iso: string, zone: string): string =>
  format(
    'en-CA',
    { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone },
    new Date(iso),
  )

/** A calendar day `YYYY-MM-DD`: "Rab, 29 Okt 2025". */
export const formatDay = (calendarDay: string, locale: Locale, { long = false } = {}): string =>
  day(new Date(`${calendarDay}T00:00:00Z`), 'UTC', locale, long)

/** A month `YYYY-MM` (or any day of it): "Oktober 2025". */
export const formatMonth = (month: string, locale: Locale): string =>
  format(
    tags[locale],
    { month: 'long', year: 'numeric', timeZone: 'UTC' },
    new Date(`${month.slice(0, 7)}-01T00:00:00Z`),
  )

/** The days from one to another, both `YYYY-MM-DD`: "26 Okt – 1 Nov 2026". */
export const formatDays = (from: string, to: string, locale: Locale): string =>
  new Intl.DateTimeFormat(tags[locale], {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
    .formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`))
    // Engines differ in the spaces around the dash, and some are too thin to be seen.
    .replace(/\s*–\s*/u, ' – ')

/** The weekday of a calendar day `YYYY-MM-DD`: "Sen", long "Senin". */
export const formatWeekday = (calendarDay: string, locale: Locale, { long = false } = {}): string =>
  format(
    tags[locale],
    { weekday: long ? 'long' : 'short', timeZone: 'UTC' },
    new Date(`${calendarDay}T00:00:00Z`),
  )

/** A time of day `HH:MM` as the language writes it: "09.00". */
export const formatTimeOfDay = (time: string, locale: Locale): string =>
  clock(new Date(`2000-01-01T${time}:00Z`), 'UTC', locale)

/** "09.00 WIB". */
export const formatClock = (iso: string, zone: string, locale: Locale): string =>
  `${clock(new Date(iso), zone, locale)} ${zoneName(iso, zone)}`

/** "Rab, 29 Okt 2025 · 09.00 WIB". */
export const formatInstant = (
  iso: string,
  zone: string,
  locale: Locale,
  { long = false } = {},
): string => `${day(new Date(iso), zone, locale, long)} · ${formatClock(iso, zone, locale)}`

/** The day of an instant in a zone, for reading: "Rab, 29 Okt 2025". */
export const formatDayOf = (iso: string, zone: string, locale: Locale, { long = false } = {}) =>
  day(new Date(iso), zone, locale, long)

/** "Rab, 29 Okt 2025 · 09.00–11.30 WIB"; both days when it ends on another. */
export const formatRange = (
  range: { startsAt: string; endsAt: string; timeZone: string },
  locale: Locale,
  { withDay = true } = {},
): string => {
  const { startsAt, endsAt, timeZone } = range
  const [from, to] = [new Date(startsAt), new Date(endsAt)]
  if (dayIn(startsAt, timeZone) !== dayIn(endsAt, timeZone))
    return `${formatInstant(startsAt, timeZone, locale)} – ${formatInstant(endsAt, timeZone, locale)}`
  const hours = `${clock(from, timeZone, locale)}–${clock(to, timeZone, locale)} ${zoneName(startsAt, timeZone)}`
  return withDay ? `${day(from, timeZone, locale, false)} · ${hours}` : hours
}

const minute = 60_000
const hour = 60 * minute
const week = 7 * 24 * hour

/** Whole calendar days from `now` to an instant, as the zone's calendar counts them. */
export const daysUntil = (iso: string, zone: string, now: number): number =>
  Math.round(
    (Date.parse(dayIn(iso, zone)) - Date.parse(dayIn(new Date(now).toISOString(), zone))) /
      (24 * hour),
  )

/** "3 jam yang lalu", "besok"; undefined when a week or more away: then write the date. */
export const formatRelative = (
  iso: string,
  zone: string,
  locale: Locale,
  now: number,
): string | undefined => {
  const away = Date.parse(iso) - now
  if (Math.abs(away) >= week) return undefined
  const relative = new Intl.RelativeTimeFormat(tags[locale], { numeric: 'auto' })
  if (Math.abs(away) < minute) return relative.format(0, 'second')
  if (Math.abs(away) < hour) return relative.format(Math.trunc(away / minute), 'minute')
  const days = daysUntil(iso, zone, now)
  return days === 0
    ? relative.format(Math.trunc(away / hour), 'hour')
    : relative.format(days, 'day')
}

/** A number as the language writes it: "1.709". */
export const formatNumber = (value: number, locale: Locale): string =>
  new Intl.NumberFormat(tags[locale]).format(value)

/** A share as whole per cent: "62%"; "–" when there is nothing to divide by. */
export const formatShare = (part: number, whole: number, locale: Locale): string =>
  whole === 0
    ? '–'
    : new Intl.NumberFormat(tags[locale], { style: 'percent', maximumFractionDigits: 0 }).format(
        part / whole,
      )
