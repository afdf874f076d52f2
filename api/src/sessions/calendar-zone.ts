import { Temporal } from 'temporal-polyfill'
import { zoneName } from '../platform/when.ts'

/** Calendar years that a description of a zone has to cover, both included. */
export interface Years {
  first: number
  last: number
}

/** "+0700"; with seconds where an offset of old times has them. */
function offsetText(nanoseconds: number): string {
  const seconds = Math.abs(nanoseconds) / 1e9
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const digits = parts.map((part) => String(part).padStart(2, '0'))
  return `${nanoseconds < 0 ? '-' : '+'}${digits.slice(0, parts[2] === 0 ? 2 : 3).join('')}`
}

const wallClock = (at: Temporal.PlainDateTime): string =>
  at.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')

/** From when on the zone has the offset it has at `onset`; the clock is the one before that moment. */
function observance(onset: Temporal.ZonedDateTime, namedAt: string): string[] {
  const before = onset.subtract({ nanoseconds: 1 })
  const from = before.offsetNanoseconds
  const to = onset.offsetNanoseconds
  const name = to > from ? 'DAYLIGHT' : 'STANDARD'
  const clockBefore = onset.toPlainDateTime().add({ nanoseconds: from - to })
  return [
    `BEGIN:${name}`,
    `DTSTART:${wallClock(clockBefore)}`,
    `TZOFFSETFROM:${offsetText(from)}`,
    `TZOFFSETTO:${offsetText(to)}`,
    `TZNAME:${zoneName({ at: namedAt, zone: onset.timeZoneId })}`,
    `END:${name}`,
  ]
}

/** The last change before the years, then each within them: Indonesia's zones have one, those with summer time two a year. */
function onsets(zone: string, { first, last }: Years): Temporal.ZonedDateTime[] {
  const start = Temporal.ZonedDateTime.from({ year: first, month: 1, day: 1, timeZone: zone })
  const end = start.add({ years: last - first + 1 })
  const found = [start.getTimeZoneTransition('previous') ?? start]
  let next = start.getTimeZoneTransition('next')
  while (next && Temporal.ZonedDateTime.compare(next, end) < 0) {
    found.push(next)
    next = next.getTimeZoneTransition('next')
  }
  return found
}

const known = new Map<string, string>()

/** What calendars need to know of an IANA zone (RFC 5545 3.6.5), each line ended. */
export function zoneBlock(zone: string, years: Years): string {
  const key = `${zone} ${years.first} ${years.last}`
  let block = known.get(key)
  if (block === undefined) {
    const observances = onsets(zone, years).flatMap((onset) => {
      // Names changed without the offset: what began in 1964 is called as it is in the years asked for.
      const since = Math.max(onset.epochMilliseconds, Date.UTC(years.first, 0))
      return observance(onset, new Date(since).toISOString())
    })
    const lines = ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances, 'END:VTIMEZONE', '']
    block = lines.join('\r\n')
    if (known.size >= 500) known.clear()
    known.set(key, block)
  }
  return block
}
