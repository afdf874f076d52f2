import type { Minutes, MinutesBody } from '@ngopi/shared/minutes'
import { instantOf, wallClockIn } from '../../lib/wall-clock.ts'

/** The fields on screen. */
export interface MinutesValues extends Record<string, unknown> {
  body: MinutesBody
  chair: string
  minuteTaker: string
  /** `HH:MM` in the zone of the session. */
  closingTime: string
  name: string
  title: string
  rank: string
  nip: string
}

/** The session the minutes are of. */
export interface OfSession {
  id: string
  timeZone: string
  /** Planned end, ISO. */
  endsAt: string
}

const closing = ({ closedAt }: Minutes, { endsAt, timeZone }: OfSession) =>
  wallClockIn(closedAt ?? endsAt, timeZone)

export const minutesValues = (minutes: Minutes, session: OfSession): MinutesValues => ({
  body: minutes.body,
  chair: minutes.chair ?? '',
  minuteTaker: minutes.minuteTaker ?? '',
  closingTime: closing(minutes, session).time,
  ...minutes.signature,
})

/** What is sent; `base` is what was edited: its version, and the day on which the meeting ended. */
export const minutesToSave = (
  { body, chair, minuteTaker, closingTime, name, title, rank, nip }: MinutesValues,
  base: Minutes,
  session: OfSession,
) => ({
  version: base.version,
  body,
  chair: chair.trim() || null,
  minuteTaker: minuteTaker.trim() || null,
  // What is no time yet must not pass for none.
  closedAt:
    instantOf({ day: closing(base, session).day, time: closingTime }, session.timeZone) ?? '',
  signature: { name, title, rank, nip },
})

/** The field that shows what is wrong at a place in the body. */
export const minutesField = (path: string): string => {
  const [first = path, second] = path.split('.')
  if (first === 'closedAt') return 'closingTime'
  return first === 'signature' && second ? second : first
}
