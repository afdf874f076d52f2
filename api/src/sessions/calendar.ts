import type { SessionStatus } from '@ngopi/shared/sessions'
import { severalLines } from '@ngopi/shared/written-text'
import ical, {
  ICalAlarmType,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { zoneBlock } from './calendar-zone.ts'
import type { Occasion } from './rules.ts'

/** A session as calendars show it. */
export interface CalendarSession extends Occasion {
  id: string
  title: string
  description: string | null
  mapUrl: string | null
  status: SessionStatus
  /** RFC 5545 SEQUENCE: grows when the session moves or is cancelled. */
  sequence: number
  updatedAt: string
}

/** Someone a calendar names, by mail address. */
export interface CalendarPerson {
  name: string
  address: string
}

/** One event, ready to be put into any calendar. */
export interface CalendarEvent extends Pick<Occasion, 'startsAt' | 'endsAt' | 'timeZone'> {
  text: string
}

const statuses: Record<SessionStatus, ICalEventStatus> = {
  draft: ICalEventStatus.TENTATIVE,
  published: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
  done: ICalEventStatus.CONFIRMED,
}

/** Seconds before the start: a day, and two hours. */
const reminders = [86_400, 7_200]

/** Texts may have lines, each ended one way; other control characters have no place in a calendar. */
const printable = (text: string): string => severalLines(text).replaceAll('\0', '')

/** In a parameter neither quotes nor backslashes can be escaped (RFC 5545 3.2). */
const parameter = (name: string): string =>
  name.replaceAll('"', "'").replace(/[\\\p{Cc}\u2028\u2029]+/gu, ' ')

/** ical-generator escapes an address as if it were text, which it is not (3.3.13). */
const addressOf = (url: string): string =>
  url.replace(/[\\,;\p{Cc}\u2028\u2029]/gu, encodeURIComponent)

const escaped = (text: string): string =>
  printable(text)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')

/** Properties come before alarms (3.6.1); ical-generator writes some after them. */
const alarmsLast = (event: string): string =>
  event.replace(/((?:^BEGIN:VALARM\r\n[\s\S]*?^END:VALARM\r\n)+)([\s\S]*)(?=^END:VEVENT)/m, '$2$1')

/** Octets of a line without its end (3.1). */
const lineLength = 75

function foldLine(line: string): string {
  if (Buffer.byteLength(line) <= lineLength) return line
  let folded = ''
  let octets = 0
  for (const sign of line) {
    const size = Buffer.byteLength(sign)
    if (octets + size > lineLength) {
      folded += '\r\n '
      octets = 1
    }
    folded += sign
    octets += size
  }
  return folded
}

/** As ical-generator folds a whole calendar, in a twentieth of the time: a feed has thousands of lines. */
const fold = (text: string): string => text.split('\r\n').map(foldLine).join('\r\n')

/**
 * A session as an event. Its UID never changes; a cancelled one says so and reminds nobody. The attendee is
 * named only to the attendee (RFC 5546): a calendar that others subscribe to has none.
 */
export function eventOf(
  session: CalendarSession,
  {
    organizer,
    attendee,
  }: { organizer: CalendarPerson; attendee?: CalendarPerson & { accepted: boolean } },
): CalendarEvent {
  const { startsAt, endsAt, timeZone } = session
  const cancelled = session.status === 'cancelled'
  const clockAt = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO(timeZone)
  const event = ical().createEvent({
    id: `${session.id}@ngopi`,
    sequence: session.sequence,
    status: statuses[session.status],
    stamp: new Date(session.updatedAt),
    start: clockAt(startsAt),
    end: clockAt(endsAt),
    timezone: timeZone,
    summary: printable(session.title),
    location: printable(session.venue),
    description: session.description && printable(session.description),
    url: session.mapUrl && addressOf(session.mapUrl),
    organizer: { name: parameter(organizer.name), email: organizer.address },
    alarms: cancelled ? [] : reminders.map((trigger) => ({ type: ICalAlarmType.display, trigger })),
  })
  if (attendee)
    event.createAttendee({
      name: parameter(attendee.name),
      email: attendee.address,
      role: ICalAttendeeRole.REQ,
      type: ICalAttendeeType.INDIVIDUAL,
      status: attendee.accepted ? ICalAttendeeStatus.ACCEPTED : ICalAttendeeStatus.NEEDSACTION,
      // Answers are given on the personal page; nobody reads what a calendar would reply.
      rsvp: false,
    })
  const text = fold(alarmsLast(event.toString()))
  return { text, startsAt, endsAt, timeZone }
}

/** What is to be known of the zones, over the years of the events in each. */
function zonesOf(events: readonly CalendarEvent[]): string {
  const zones = new Map<string, { first: number; last: number }>()
  for (const { startsAt, endsAt, timeZone } of events) {
    if (timeZone === 'UTC') continue
    const first = Number(startsAt.slice(0, 4)) - 1
    const last = Number(endsAt.slice(0, 4)) + 1
    const years = zones.get(timeZone)
    if (years) {
      years.first = Math.min(years.first, first)
      years.last = Math.max(years.last, last)
    } else zones.set(timeZone, { first, last })
  }
  return [...zones].map(([zone, years]) => zoneBlock(zone, years)).join('')
}

export interface CalendarHead {
  /** What a subscribed calendar is called. */
  name?: string
  method: 'PUBLISH' | 'REQUEST' | 'CANCEL'
  /** How often a subscriber should ask again, in seconds. */
  refresh?: number
}

/** A whole calendar (RFC 5545) with the zones its events need. */
export function calendarText(
  { name, method, refresh }: CalendarHead,
  events: readonly CalendarEvent[],
): string {
  const head = ical({
    prodId: { company: 'Ngopi', product: 'Ngopi', language: 'ID' },
    method: ICalCalendarMethod[method],
    ...(name !== undefined && { name: escaped(name) }),
    ...(refresh !== undefined && { ttl: refresh }),
  }).toString()
  const end = head.lastIndexOf('END:VCALENDAR')
  const texts = events.map(({ text }) => text).join('')
  return `${head.slice(0, end)}${zonesOf(events)}${texts}END:VCALENDAR\r\n`
}
