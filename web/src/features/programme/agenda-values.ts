import type { Session } from '@ngopi/shared/sessions'
import { randomId } from '../../lib/random-id.ts'

/** One item of a programme as the fields on screen hold it. */
export interface AgendaValues {
  /** Tells the rows of the form apart while they move. */
  key: string
  title: string
  /** After the start of the session; empty: follows the one before. NaN: typed, but no time. */
  offsetMinutes: number | ''
  minutes: number | ''
  speaker: string
}

export const emptyAgendaItem = (): AgendaValues => ({
  key: randomId(),
  title: '',
  offsetMinutes: '',
  minutes: '',
  speaker: '',
})

/** The fields of a stored programme, of a session or of a series. */
export const agendaValuesOf = (agenda: Session['agenda']): AgendaValues[] =>
  agenda.map((item) => ({
    key: randomId(),
    title: item.title,
    offsetMinutes: item.offsetMinutes ?? '',
    minutes: item.minutes ?? '',
    speaker: item.speaker ?? '',
  }))

const orNull = (value: number | '') => (value === '' ? null : value)

/** The programme as the contract wants it; an unreadable time stays one, so that it is refused. */
export const agendaBodyOf = (agenda: readonly AgendaValues[]) =>
  agenda.map(({ title, offsetMinutes, minutes, speaker }) => ({
    title,
    offsetMinutes: orNull(offsetMinutes),
    minutes: orNull(minutes),
    speaker: speaker.trim() || null,
  }))
