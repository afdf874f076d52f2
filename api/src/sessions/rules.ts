import type { SessionStatus } from '@ngopi/shared/sessions'

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

/** Whether guests must confirm again: another date, time, zone or place; words alone change nothing. */
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
