import type { SessionStatus } from '@ngopi/shared/sessions'
import { dayOf } from '../platform/local-days.ts'

/** When and where a session takes place: what a guest plans the day by. */
export interface Occasion {
  /** ISO instants. */
  startsAt: string
  endsAt: string
  /** IANA zone the time is shown in. */
  timeZone: string
  venue: string
}

/** Whether two ISO texts mean one instant, or both none. */
export const sameInstant = (a: string | null, b: string | null): boolean =>
  a === null || b === null ? a === b : Date.parse(a) === Date.parse(b)

/** Whether a session takes place at another date, time, zone or place; words alone change nothing. */
export const hasMoved = (before: Occasion, after: Occasion): boolean =>
  !sameInstant(before.startsAt, after.startsAt) ||
  !sameInstant(before.endsAt, after.endsAt) ||
  before.timeZone !== after.timeZone ||
  before.venue !== after.venue

/** Whether time, place and seats may still change. */
export const isChangeable = (status: SessionStatus): boolean =>
  status === 'draft' || status === 'published'

/** Whether the seats let anybody in whom the old capacity did not; null is no limit. */
export const addsSeats = (before: number | null, after: number | null): boolean =>
  before !== null && (after === null || after > before)

/** An occasion and until when guests answer for it; null: until the start. */
export interface Answerable extends Occasion {
  rsvpClosesAt: string | null
}

/** What a change means for the guests who know of the session. */
export interface MoveEffect {
  /** They hear of it. */
  notifies: boolean
  /** Who counted on it is asked to confirm again; else every answer, seat and pass stays. */
  asksAgain: boolean
  /** Answers, closed already, are open again until the new start. */
  reopens: boolean
  /** It takes place on another day, in its own zone. */
  otherDay: boolean
}

const closesAt = ({ rsvpClosesAt, startsAt }: Answerable): number =>
  Date.parse(rsvpClosesAt ?? startsAt)

const localDay = ({ startsAt, timeZone }: Occasion): string => dayOf(startsAt, timeZone)

/** Once it has begun: of a longer or shorter meeting nobody hears, of another place or a later start everybody. */
const concernsWhoIsOnTheWay = (before: Occasion, after: Occasion, now: number): boolean =>
  Date.parse(after.endsAt) > now &&
  (before.venue !== after.venue ||
    (!sameInstant(before.startsAt, after.startsAt) && Date.parse(after.startsAt) > now))

/**
 * What a change of a session means at this moment (ISO instant). Guests are asked again while they can answer, and for
 * another day they always can; a session that has begun, or would have, asks nobody.
 */
export function moveEffect(before: Answerable, after: Answerable, now: string): MoveEffect {
  const at = Date.parse(now)
  const otherDay = localDay(before) !== localDay(after)
  const nothing = { notifies: false, asksAgain: false, reopens: false, otherDay }
  if (!hasMoved(before, after)) return nothing
  if (Date.parse(before.startsAt) <= at || Date.parse(after.startsAt) <= at)
    return { ...nothing, notifies: concernsWhoIsOnTheWay(before, after, at) }
  const asksAgain = otherDay || (closesAt(before) > at && closesAt(after) > at)
  return { notifies: true, asksAgain, reopens: asksAgain && closesAt(after) <= at, otherDay }
}
