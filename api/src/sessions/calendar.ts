import type { SessionStatus } from '@ngopi/shared/sessions'
import ical, { type ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Occasion } from './rules.ts'

/** A session as calendars show it. */
export interface CalendarSession extends Occasion {
  id: string
  title: string
  description: string | null
  status: SessionStatus
  /** RFC 5545 SEQUENCE: grows when the session moves or is cancelled. */
  sequence: number
  updatedAt: string
}

/** Indonesia's zones have known no change of offset since 1988, so one fixed block describes each. */
const zones: Record<string, { hours: number; name: string }> = {
  'Asia/Jakarta': { hours: 7, name: 'WIB' },
  'Asia/Pontianak': { hours: 7, name: 'WIB' },
  'Asia/Makassar': { hours: 8, name: 'WITA' },
  'Asia/Jayapura': { hours: 9, name: 'WIT' },
}

function zoneBlock(zone: string): string | null {
  const known = zones[zone]
  if (!known) return null
  const offset = `+0${known.hours}00`
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    'BEGIN:STANDARD',
    'DTSTART:19880101T000000',
    `TZOFFSETFROM:${offset}`,
    `TZOFFSETTO:${offset}`,
    `TZNAME:${known.name}`,
    'END:STANDARD',
    'END:VTIMEZONE',
  ].join('\r\n')
}

/**
 * A date whose local clock is that of the session's zone; of a plain Date ical-generator takes the clock
 * of the server. It has the shape of a TZDate (@date-fns/tz), which ical-generator asks for its own clock.
 */
class WallClock extends Date {
  readonly internal = new Date(0)
  constructor(at: string, hoursAhead: number) {
    super(Date.parse(at) + hoursAhead * 3_600_000)
  }
  withTimeZone = (): this => this
  tzComponents = (): string[] => []
  override getFullYear = () => this.getUTCFullYear()
  override getMonth = () => this.getUTCMonth()
  override getDate = () => this.getUTCDate()
  override getHours = () => this.getUTCHours()
  override getMinutes = () => this.getUTCMinutes()
  override getSeconds = () => this.getUTCSeconds()
}

const statuses: Record<SessionStatus, ICalEventStatus> = {
  draft: ICalEventStatus.TENTATIVE,
  published: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
  done: ICalEventStatus.CONFIRMED,
}

/** An empty calendar of the product. */
export const newCalendar = (name: string): ICalCalendar =>
  ical({
    name,
    prodId: { company: 'Ngopi', product: 'Ngopi', language: 'ID' },
    method: ICalCalendarMethod.PUBLISH,
    timezone: { name: null, generator: zoneBlock },
  })

/**
 * Puts a session into a calendar. Its UID never changes and a cancelled one stays, marked so, since
 * calendars keep what vanishes. Zones outside Indonesia are written as UTC.
 */
export function addSession(calendar: ICalCalendar, session: CalendarSession): void {
  const zone = zones[session.timeZone]
  const time = (at: string) => (zone ? new WallClock(at, zone.hours) : new Date(at))
  calendar.createEvent({
    id: `${session.id}@ngopi`,
    sequence: session.sequence,
    status: statuses[session.status],
    stamp: new Date(session.updatedAt),
    start: time(session.startsAt),
    end: time(session.endsAt),
    timezone: zone ? session.timeZone : null,
    summary: session.title,
    location: session.venue,
    description: session.description,
  })
}
