import type { Session } from '@ngopi/shared/sessions'
import { instantOf, wallClockIn } from '../../lib/wall-clock.ts'
import { type AgendaValues, agendaBodyOf, agendaValuesOf } from '../programme/agenda-values.ts'
import type { OffsetValues } from './reminder-offsets-picker.tsx'

/** The fields on screen: times as the clocks of the session's zone show them. */
export interface SessionValues extends Record<string, unknown> {
  title: string
  day: string
  start: string
  end: string
  venue: string
  mapUrl: string
  capacity: number | ''
  seatsPerOutlet: number | ''
  /** Whether answers are taken until the start, or until a moment of their own. */
  closes: 'start' | 'other'
  closesDay: string
  closesTime: string
  agenda: AgendaValues[]
  /** Null: those of the series or the office. */
  reminders: OffsetValues[] | null
  entryNote: string
  description: string
  seriesId: string | null
}

export const emptyValues: SessionValues = {
  title: '',
  day: '',
  start: '09:00',
  end: '11:30',
  venue: '',
  mapUrl: '',
  capacity: '',
  seatsPerOutlet: '',
  closes: 'start',
  closesDay: '',
  closesTime: '',
  agenda: [],
  reminders: null,
  entryNote: '',
  description: '',
  seriesId: null,
}

export const valuesOf = (session: Session): SessionValues => {
  const [start, end, closes] = [session.startsAt, session.endsAt, session.rsvpClosesAt].map((at) =>
    wallClockIn(at, session.timeZone),
  )
  const closesAtStart = Date.parse(session.rsvpClosesAt) === Date.parse(session.startsAt)
  return {
    title: session.title,
    day: start?.day ?? '',
    start: start?.time ?? '',
    end: end?.time ?? '',
    venue: session.venue,
    mapUrl: session.mapUrl ?? '',
    capacity: session.capacity ?? '',
    seatsPerOutlet: session.seatsPerOutlet ?? '',
    closes: closesAtStart ? 'start' : 'other',
    closesDay: closesAtStart ? '' : (closes?.day ?? ''),
    closesTime: closesAtStart ? '' : (closes?.time ?? ''),
    agenda: agendaValuesOf(session.agenda),
    reminders: session.reminders,
    entryNote: session.entryNote ?? '',
    description: session.description ?? '',
    seriesId: session.seriesId,
  }
}

/** A new session like an old one: its programme and place, never its day or its answers. */
export const copyOf = (session: Session): SessionValues => ({
  ...valuesOf(session),
  day: '',
  closes: 'start',
  closesDay: '',
  closesTime: '',
})

/** The fields as both bodies of the contract want them; a moment not yet complete is empty. */
export const bodyOf = (values: SessionValues, zone: string) => ({
  title: values.title,
  startsAt: instantOf({ day: values.day, time: values.start }, zone) ?? '',
  endsAt: instantOf({ day: values.day, time: values.end }, zone) ?? '',
  venue: values.venue,
  mapUrl: values.mapUrl.trim() || null,
  capacity: values.capacity === '' ? null : values.capacity,
  seatsPerOutlet: values.seatsPerOutlet === '' ? null : values.seatsPerOutlet,
  rsvpClosesAt:
    values.closes === 'start'
      ? null
      : (instantOf({ day: values.closesDay, time: values.closesTime }, zone) ?? ''),
  agenda: agendaBodyOf(values.agenda),
  reminders: values.reminders,
  entryNote: values.entryNote.trim() || null,
  description: values.description.trim() || null,
})

/** What of a form matters to who is invited; a moment not yet complete stays as it is. */
export const changeOf = (values: SessionValues, session: Session) => {
  const { startsAt, endsAt, venue, rsvpClosesAt } = bodyOf(values, session.timeZone)
  return {
    startsAt: startsAt || session.startsAt,
    endsAt: endsAt || session.endsAt,
    venue: venue.trim() || session.venue,
    ...(rsvpClosesAt !== '' && { rsvpClosesAt }),
  }
}

/** Whether a form has another date, time or place. */
export const movesSession = (values: SessionValues, session: Session): boolean => {
  const body = bodyOf(values, session.timeZone)
  return (
    body.venue.trim() !== session.venue ||
    (['startsAt', 'endsAt'] as const).some(
      (field) => body[field] !== '' && Date.parse(body[field]) !== Date.parse(session[field]),
    )
  )
}
