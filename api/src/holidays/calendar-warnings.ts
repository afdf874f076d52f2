import type { CalendarWarning, Holiday } from '@ngopi/shared/holidays'
import { Temporal } from 'temporal-polyfill'
import { isRamadan } from './ramadan.ts'

interface Span {
  /** ISO instants. */
  startsAt: string
  endsAt: string
  /** IANA zone whose clock the guests live by. */
  timeZone: string
}

const friday = 5
/** Mosques begin at noon, which in Indonesia is between 11.30 and 12.15; guests need to walk there and back. */
const fridayPrayer = ['11:30', '13:00'] as const
/** From half an hour before the earliest sunset: the way home, breaking the fast, the evening prayers. */
const ramadanEvening = ['17:30', '24:00'] as const

/** Days of a session that are looked at: beyond a year nothing new can be met. */
export const mostDays = 370

const localMinute = (at: string, zone: string): string =>
  Temporal.Instant.from(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })

/**
 * Why a time deserves a second look: holidays among `holidays` on one of its local days, the Friday prayer
 * (11.30 to 13.00), an evening (from 17.30) in Ramadan. It only tells; nothing is moved by it.
 */
export function warningsOf(
  { startsAt, endsAt, timeZone }: Span,
  holidays: readonly Holiday[],
): CalendarWarning[] {
  const start = localMinute(startsAt, timeZone)
  const end = localMinute(endsAt, timeZone)
  const meets = (day: string, [from, to]: readonly [string, string]) =>
    start < `${day}T${to}` && end > `${day}T${from}`
  const warnings: CalendarWarning[] = []
  let onFriday = false
  let inRamadan = false
  let date = Temporal.PlainDate.from(start.slice(0, 10))
  for (let i = 0; i < mostDays && `${date}T00:00` < end; i += 1) {
    const day = date.toString()
    for (const { date: off, name, kind, estimated } of holidays) {
      if (off === day) warnings.push({ kind: 'holiday', holiday: { name, kind }, estimated })
    }
    onFriday ||= date.dayOfWeek === friday && meets(day, fridayPrayer)
    inRamadan ||= meets(day, ramadanEvening) && isRamadan(day)
    date = date.add({ days: 1 })
  }
  if (onFriday) warnings.push({ kind: 'friday_prayer', holiday: null, estimated: false })
  if (inRamadan) warnings.push({ kind: 'ramadan_evening', holiday: null, estimated: true })
  return warnings
}
