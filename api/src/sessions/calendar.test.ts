import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { eventsIn, readCalendar } from '../../test/read-calendar.ts'
import { type CalendarSession, calendarText, eventOf } from './calendar.ts'

const organizer = { name: 'Diskominfo', address: 'ngopi@ngopi.example' }

const session = (more: Partial<CalendarSession> = {}): CalendarSession => ({
  id: '01990000-0000-7000-8000-000000000001',
  title: 'Ngopi Bareng Humas',
  description: null,
  mapUrl: null,
  status: 'published',
  sequence: 2,
  updatedAt: '2026-11-20T03:04:05.678Z',
  startsAt: '2026-10-28T02:00:00.000Z',
  endsAt: '2026-10-28T04:30:00.000Z',
  timeZone: 'Asia/Jakarta',
  venue: 'Aula Lantai 2',
  ...more,
})

const publish = (...sessions: CalendarSession[]) =>
  calendarText(
    { name: 'Diskominfo', method: 'PUBLISH' },
    sessions.map((one) => eventOf(one, { organizer })),
  )

function read(text: string) {
  const calendar = readCalendar(text)
  return { calendar, events: eventsIn(calendar) }
}

const instantsOf = ({ startDate, endDate }: ICAL.Event) =>
  [startDate, endDate].map((time) => time.toJSDate().toISOString())

describe('a calendar', () => {
  it('keeps lines within 75 octets, ends each with CRLF, and is the same after reading and writing', () => {
    const text = publish(
      session({
        title: `Ngopi; "Bareng", \\ Humas ${'☕é'.repeat(60)}`,
        description: `Satu\nDua\r\nTiga: ${'kata, '.repeat(40)}`,
        mapUrl: 'https://maps.example/@-6.89,109.38,17z;a=b?q=1',
      }),
      session({ timeZone: 'Europe/London', status: 'cancelled' }),
    )
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75)
      expect(line).not.toMatch(/[\r\n]/)
    }
    const { events } = read(text)
    expect(events[0]?.summary).toBe(`Ngopi; "Bareng", \\ Humas ${'☕é'.repeat(60)}`)
    expect(events[0]?.description).toBe(`Satu\nDua\nTiga: ${'kata, '.repeat(40)}`)
    expect(events[0]?.component.getFirstPropertyValue('url')).toBe(
      'https://maps.example/@-6.89%2C109.38%2C17z%3Ba=b?q=1',
    )
  })

  it('cannot be given lines of its own by what people type', () => {
    const hostile = 'X\r\nATTENDEE:mailto:x@x.example\nEND:VEVENT\r\u2028\u0000\u001b'
    const named = { name: `${hostile}"\\;CN=y`, address: organizer.address }
    const event = eventOf(
      session({
        title: hostile,
        venue: hostile,
        description: hostile,
        mapUrl: 'https://x.example',
      }),
      { organizer: named, attendee: { ...named, accepted: false } },
    )
    const text = calendarText({ name: hostile, method: 'REQUEST' }, [event])
    const { calendar, events } = read(text)
    expect(events).toHaveLength(1)
    expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone', 'vevent'])
    const component = events[0]?.component
    expect(component?.getAllProperties('attendee')).toHaveLength(1)
    expect(component?.getAllProperties('organizer')).toHaveLength(1)
    expect(component?.getFirstProperty('organizer')?.getFirstParameter('cn')).toBe(
      "X ATTENDEE:mailto:x@x.example END:VEVENT ' ;CN=y",
    )
    expect([...text].filter((sign) => sign < ' ' && !'\r\n'.includes(sign))).toEqual([])
  })

  it('has the properties before the alarms, and each once', () => {
    const text = publish(session({ mapUrl: 'https://maps.example/a', description: 'Kata' }))
    const lines = text.slice(text.indexOf('BEGIN:VEVENT')).split('\r\n')
    const names = lines.map((line) => line.split(/[:;]/)[0])
    const alarm = names.indexOf('BEGIN', 1)
    expect(names.slice(1, alarm).toSorted()).toEqual(
      [
        'UID',
        'SEQUENCE',
        'DTSTAMP',
        'DTSTART',
        'DTEND',
        'SUMMARY',
        'LOCATION',
        'DESCRIPTION',
        'ORGANIZER',
        'URL',
        'STATUS',
      ].toSorted(),
    )
  })

  it('reminds a day and two hours before, unless the session is cancelled', () => {
    const { events } = read(publish(session(), session({ status: 'cancelled' })))
    const alarms = events.map(({ component }) =>
      component
        .getAllSubcomponents('valarm')
        .map((alarm) => String(alarm.getFirstPropertyValue('trigger'))),
    )
    expect(alarms).toEqual([['-P1D', '-PT2H'], []])
    expect(events.map(({ component }) => component.getFirstPropertyValue('status'))).toEqual([
      'CONFIRMED',
      'CANCELLED',
    ])
  })

  it('names organizer and place, and its attendee only when it is sent to one', () => {
    const attendee = { name: 'Sri Lestari', address: 'sri@media.example', accepted: true }
    const text = calendarText({ method: 'REQUEST' }, [eventOf(session(), { organizer, attendee })])
    const component = read(text).events[0]?.component
    expect(component?.getFirstPropertyValue('organizer')).toBe('mailto:ngopi@ngopi.example')
    expect(component?.getFirstProperty('organizer')?.getFirstParameter('cn')).toBe('Diskominfo')
    expect(component?.getFirstPropertyValue('location')).toBe('Aula Lantai 2')
    const guest = component?.getFirstProperty('attendee')
    expect(String(guest?.getFirstValue()).toLowerCase()).toBe('mailto:sri@media.example')
    expect(guest?.getFirstParameter('partstat')).toBe('ACCEPTED')
    expect(guest?.getFirstParameter('rsvp')).toBe('FALSE')
    expect(publish(session())).not.toContain('ATTENDEE')
  })
})

describe('times', () => {
  const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'Europe/London', 'UTC']

  it.each(zones)(
    'are read in %s as the same instants, on either side of each change of clocks',
    (timeZone) => {
      const starts = Array.from({ length: 60 }, (_, i) => Date.UTC(2025, 0, 5 + i * 13, i % 24, 30))
      // The nights in London when clocks change, an hour before and after.
      for (const change of [
        '2026-03-29T01:00:00Z',
        '2026-10-25T01:00:00Z',
        '2027-03-28T01:00:00Z',
      ]) {
        starts.push(Date.parse(change) - 7_200_000, Date.parse(change) + 3_600_000)
      }
      const sessions = starts.map((at) =>
        session({
          timeZone,
          startsAt: new Date(at).toISOString(),
          endsAt: new Date(at + 9_000_000).toISOString(),
        }),
      )
      const { events, calendar } = read(publish(...sessions))
      expect(events.map(instantsOf)).toEqual(
        sessions.map(({ startsAt, endsAt }) => [startsAt, endsAt]),
      )
      expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(timeZone === 'UTC' ? 0 : 1)
      if (timeZone === 'UTC') return
      expect(events[0]?.startDate.zone?.tzid).toBe(timeZone)
    },
  )

  it('are in several zones in one calendar, each described once under its Indonesian name', () => {
    const { calendar } = read(
      publish(
        session(),
        session({ timeZone: 'Asia/Makassar' }),
        session({ timeZone: 'Asia/Jayapura' }),
        session({
          timeZone: 'Asia/Jakarta',
          startsAt: '2031-01-01T00:00:00.000Z',
          endsAt: '2031-01-01T01:00:00.000Z',
        }),
      ),
    )
    const described = calendar.getAllSubcomponents('vtimezone').map((zone) => {
      const [standard, ...others] = zone.getAllSubcomponents()
      expect(others).toEqual([])
      return [
        zone.getFirstPropertyValue('tzid'),
        standard?.getFirstPropertyValue('tzname'),
        String(standard?.getFirstPropertyValue('tzoffsetto')),
      ]
    })
    expect(described).toEqual([
      ['Asia/Jakarta', 'WIB', '+07:00'],
      ['Asia/Makassar', 'WITA', '+08:00'],
      ['Asia/Jayapura', 'WIT', '+09:00'],
    ])
  })

  it('takes no part of a text for a line of its own, whatever ends it', () => {
    for (const end of [': ', '\r\n', '\r', '\n', '\u2028', '\u0085', '\v']) {
      const hostile = `Ngopi${end}BEGIN:VALARM`
      const text = publish(
        session({
          title: hostile,
          venue: hostile,
          description: hostile,
          mapUrl: `https://x.example/${end}BEGIN:VALARM`,
        }),
      )
      const rows = text.replaceAll('\r\n ', '').split(/\r\n|[\r\n\v\u0085\u2028]/)
      expect(
        rows.filter((row) => row === 'BEGIN:VALARM'),
        JSON.stringify(end),
      ).toHaveLength(2)
    }
  })

  it('do not depend on the clock of the server', async () => {
    const program = `
      const { eventOf, calendarText } = await import(${JSON.stringify(new URL('./calendar.ts', import.meta.url).href)})
      process.stdout.write(calendarText({ method: 'PUBLISH' }, [eventOf(${JSON.stringify(session())}, { organizer: ${JSON.stringify(organizer)} })]))`
    const written = await Promise.all(
      ['Pacific/Auckland', 'America/St_Johns'].map(async (TZ) => {
        const flags = ['--import', 'tsx', '--input-type=module', '--eval', program]
        const { stdout } = await promisify(execFile)(process.execPath, flags, {
          env: { ...process.env, TZ },
        })
        return stdout
      }),
    )
    expect(written[0]).toContain('DTSTART;TZID=Asia/Jakarta:20261028T090000')
    expect(written[1]).toBe(written[0])
  })
})
