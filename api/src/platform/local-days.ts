import { Temporal } from 'temporal-polyfill'

// Days are `YYYY-MM-DD`, so they compare as text; instants are ISO strings.

const instants = new Map<string, string>()
const mostInstants = 10_000

/**
 * The instant of a wall clock; one that the zone leaves out is taken as that much later (RFC 5545 3.3.5).
 * Remembered, since a plan asks for the same ones before and after a change.
 */
export function instantOf(day: string, clock: string, timeZone: string): string {
  const key = `${day}T${clock} ${timeZone}`
  let instant = instants.get(key)
  if (!instant) {
    if (instants.size >= mostInstants) instants.clear()
    const local = Temporal.PlainDateTime.from(`${day}T${clock}`)
    instant = new Date(local.toZonedDateTime(timeZone).epochMilliseconds).toISOString()
    instants.set(key, instant)
  }
  return instant
}

/** The day an instant falls on in a zone. */
export const dayOf = (instant: string, timeZone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString()

const turning = new Map<string, ReadonlySet<string>>()

/** The days from 2000 to 2100 on which the clocks of a zone are turned. */
function turningDays(timeZone: string): ReadonlySet<string> {
  const known = turning.get(timeZone)
  if (known) return known
  const days = new Set<string>()
  let at = Temporal.Instant.from('2000-01-01T00:00:00Z').toZonedDateTimeISO(timeZone)
  for (;;) {
    const next = at.getTimeZoneTransition('next')
    if (!next || next.year > 2100) break
    at = next
    // An hour left out around midnight is one of the day before.
    days.add(at.toPlainDate().toString()).add(at.toPlainDate().subtract({ days: 1 }).toString())
  }
  turning.set(timeZone, days)
  return days
}

/** Whether a zone shows a clock at all on a day; some leave an hour out in spring. */
export function hasClock(day: string, clock: string, timeZone: string): boolean {
  if (!turningDays(timeZone).has(day)) return true
  const shown = Temporal.Instant.from(instantOf(day, clock, timeZone)).toZonedDateTimeISO(timeZone)
  return shown.toPlainTime().toString().slice(0, 5) === clock
}

export const minutesAfter = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString()

/** When answers close, so many minutes before a start; null where they close at the start itself. */
export const closing = (startsAt: string, minutes: number | null): string | null =>
  minutes === null ? null : minutesAfter(startsAt, -minutes)

/** A day earlier or later; the 31st of a month without one is its last. */
export const shiftDay = (
  day: string,
  by: { days?: number; months?: number; years?: number },
): string => Temporal.PlainDate.from(day).add(by).toString()

export function laterDay(a: string, b: string): string {
  if (a < b) return b
  return a
}

/** 1 is Monday, 7 Sunday. */
export const weekdayOf = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek

/** How far ahead the sessions of a series are made. */
const monthsAhead = 6

/** The last day up to which sessions are made. */
export const horizonOf = (now: string, timeZone: string): string =>
  shiftDay(dayOf(now, timeZone), { months: monthsAhead })
