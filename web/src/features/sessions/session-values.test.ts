import { newSession, type Session } from '@ngopi/shared/sessions'
import { describe, expect, it } from 'vitest'
import { bodyOf, copyOf, emptyValues, movesSession, valuesOf } from './session-values.ts'

const session: Session = {
  id: '0199a0b2-0000-7000-8000-000000000001',
  officeId: '0199a0b2-0000-7000-8000-000000000002',
  seriesId: null,
  headcount: 0,
  reminders: null,
  seatsPerOutlet: null,
  occurrenceDate: null,
  offRule: null,
  title: 'Ngopi Bareng Humas',
  description: null,
  startsAt: '2025-10-29T02:00:00.000Z',
  endsAt: '2025-10-29T04:30:00.000Z',
  timeZone: 'Asia/Jakarta',
  venue: 'Aula Lantai 2',
  mapUrl: null,
  entryNote: null,
  agenda: [
    { title: 'Sambutan', minutes: 15, speaker: null },
    { title: 'Paparan', offsetMinutes: 20, minutes: null, speaker: 'Humas (contoh)' },
  ],
  capacity: 30,
  seatsTaken: 4,
  rsvpClosesAt: '2025-10-28T10:00:00.000Z',
  status: 'published',
  cancelReason: null,
  answers: {
    invited: 0,
    attending: 0,
    maybe: 0,
    declined: 0,
    waitlisted: 0,
    offered: 0,
    needsReconfirmation: 0,
    silent: 0,
  },
  warnings: [],
  version: 3,
  createdAt: '2025-10-01T02:00:00.000Z',
  updatedAt: '2025-10-01T02:00:00.000Z',
  archivedAt: null,
}

describe('the fields of a session', () => {
  it('show the wall clock and send the same instants back', () => {
    const values = valuesOf(session)
    expect(values).toMatchObject({ day: '2025-10-29', start: '09:00', end: '11:30' })
    expect(values).toMatchObject({
      closes: 'other',
      closesDay: '2025-10-28',
      closesTime: '17:00',
    })
    expect(bodyOf(values, session.timeZone)).toMatchObject({
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      rsvpClosesAt: session.rsvpClosesAt,
    })
  })

  it('keep the programme, whose times hang on the start', () => {
    const body = bodyOf({ ...valuesOf(session), start: '13:00' }, session.timeZone)
    expect(body.agenda).toEqual([
      { title: 'Sambutan', offsetMinutes: null, minutes: 15, speaker: null },
      { title: 'Paparan', offsetMinutes: 20, minutes: null, speaker: 'Humas (contoh)' },
    ])
  })

  it('are refused with a time in the programme that cannot be read', () => {
    const values = valuesOf(session)
    const agenda = values.agenda.map((item) => ({ ...item, offsetMinutes: Number.NaN }))
    const issues = newSession.safeParse(bodyOf({ ...values, agenda }, session.timeZone)).error
      ?.issues
    expect(issues?.map((issue) => issue.path.join('.'))).toEqual([
      'agenda.0.offsetMinutes',
      'agenda.1.offsetMinutes',
    ])
  })

  it('leave reminders and seats per outlet to what is above, or send those set here', () => {
    expect(bodyOf(valuesOf(session), session.timeZone)).toMatchObject({
      reminders: null,
      seatsPerOutlet: null,
    })
    const reminders = [{ daysBefore: 2, at: '08:00' }]
    const own = valuesOf({ ...session, reminders, seatsPerOutlet: 2 })
    expect(bodyOf(own, session.timeZone)).toMatchObject({ reminders, seatsPerOutlet: 2 })
    const twice = { ...own, reminders: [...reminders, ...reminders, { daysBefore: 1, at: '' }] }
    const issues = newSession.safeParse(bodyOf(twice, session.timeZone)).error?.issues
    expect(issues?.map((issue) => issue.path.join('.'))).toContain('reminders.2.at')
  })

  it('leave the deadline to the start by default', () => {
    const body = bodyOf(
      { ...emptyValues, title: 'A', day: '2026-01-28', venue: 'B' },
      'Asia/Jakarta',
    )
    expect(body.rsvpClosesAt).toBeNull()
    expect(newSession.safeParse(body).success).toBe(true)
  })

  it('are refused without a day and with an end before the start', () => {
    const paths = (values: typeof emptyValues) =>
      newSession.safeParse(bodyOf(values, 'Asia/Jakarta')).error?.issues.map((i) => i.path[0])
    const filled = { ...emptyValues, title: 'A', venue: 'B' }
    expect(paths(filled)).toContain('startsAt')
    expect(paths({ ...filled, day: '2026-01-28', start: '11:00', end: '09:00' })).toEqual([
      'endsAt',
    ])
  })
})

describe('copyOf', () => {
  it('takes the programme and not the day', () => {
    expect(copyOf(session)).toMatchObject({ title: session.title, day: '', closes: 'start' })
    expect(copyOf(session).agenda.map((item) => item.title)).toEqual(['Sambutan', 'Paparan'])
  })
})

describe('movesSession', () => {
  it('sees another time or place, and no other change', () => {
    const values = valuesOf(session)
    expect(movesSession({ ...values, title: 'Lain', entryNote: 'Bawa kartu pers' }, session)).toBe(
      false,
    )
    expect(movesSession({ ...values, start: '09:30' }, session)).toBe(true)
    expect(movesSession({ ...values, venue: 'Lobi' }, session)).toBe(true)
  })
})
