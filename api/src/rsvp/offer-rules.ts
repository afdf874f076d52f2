import { endOfQuiet, type QuietHours } from '../messaging/quiet-hours.ts'

/** What decides how a free seat is passed on. */
export interface SeatPolicy {
  policy: 'promote' | 'offer'
  /** For how long an offer holds the seat. */
  offerMinutes: number
  quiet: QuietHours | null
  /** ISO instant at which answering ends. */
  rsvpClosesAt: string
}

/** With less time than this to answer in, a seat is given rather than offered. */
const leastMinutes = 60

/**
 * Until when (ISO) a seat that becomes free now is held by an offer; undefined where it is given at once. The time
 * runs from when the message may go, and never beyond the moment at which answers close.
 */
export function offerUntil(
  { policy, offerMinutes, quiet, rsvpClosesAt }: SeatPolicy,
  now: string,
): string | undefined {
  if (policy === 'promote') return undefined
  const notifiedAt = Date.parse(endOfQuiet(quiet, now) ?? now)
  const closes = Date.parse(rsvpClosesAt)
  if (closes - notifiedAt < leastMinutes * 60_000) return undefined
  return new Date(Math.min(notifiedAt + offerMinutes * 60_000, closes)).toISOString()
}
