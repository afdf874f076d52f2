import { laterBy } from '../../lib/wall-clock.ts'

/** What an item of a programme says of its own time. */
export interface TimedItem {
  /** Minutes after the start of the session; null or absent: where the one before it ends. */
  readonly offsetMinutes?: number | null | undefined
  readonly minutes: number | null
}

/**
 * Why the time of an item deserves a second look: a clock before the session begins, before the
 * item above, before the items above have ended, or an item that the session's end cuts off.
 */
export type AgendaProblem = 'beforeSession' | 'beforeAbove' | 'overlap' | 'pastEnd'

export interface AgendaTimes {
  /** Minutes after the start; undefined where an item before it has no length. */
  readonly begins: number | undefined
  readonly ends: number | undefined
  readonly problem: AgendaProblem | undefined
  /** With `overlap`: when the items above have ended, in minutes after the start. */
  readonly aboveEnds: number | undefined
}

const dayMinutes = 1440

/** A clock shortly before the start counts as almost a day after it; whichever is nearer is meant. */
const isBeforeSession = (begins: number, length: number | undefined) =>
  begins > (length ?? 0) && dayMinutes - begins < begins - (length ?? 0)

/**
 * When each item of a programme begins and ends, and what does not fit.
 *
 * @param length of the session in minutes, where it is known
 */
export const agendaTimes = (
  items: readonly TimedItem[],
  length: number | undefined,
): AgendaTimes[] => {
  let next: number | undefined = 0
  let above: number | undefined
  let busyUntil = 0
  return items.map(({ offsetMinutes, minutes }) => {
    const begins = offsetMinutes ?? next
    // NaN stands for a clock that cannot be read: neither it nor what follows it is known.
    if (begins === undefined || Number.isNaN(begins)) {
      next = undefined
      return { begins: undefined, ends: undefined, problem: undefined, aboveEnds: undefined }
    }
    const ends = minutes === null ? undefined : begins + minutes
    let problem: AgendaProblem | undefined
    if (isBeforeSession(begins, length)) problem = 'beforeSession'
    else if (above !== undefined && begins < above) problem = 'beforeAbove'
    else if (begins < busyUntil) problem = 'overlap'
    else if (length !== undefined && (begins >= length || (ends ?? 0) > length)) problem = 'pastEnd'
    const aboveEnds = problem === 'overlap' ? busyUntil : undefined
    next = ends
    if (problem !== 'beforeSession') {
      above = begins
      busyUntil = Math.max(busyUntil, ends ?? begins)
    }
    return { begins, ends, problem, aboveEnds }
  })
}

const minutesOf = (time: string): number | undefined => {
  const [, hours, minutes] = time.match(/^(\d{2}):(\d{2})$/) ?? []
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes)
}

/** Minutes from the start (`HH:MM`) to a clock, on the next day when the clock is earlier. */
export const offsetOf = (clock: string, start: string): number | undefined => {
  const [from, to] = [minutesOf(start), minutesOf(clock)]
  return from === undefined || to === undefined
    ? undefined
    : (((to - from) % dayMinutes) + dayMinutes) % dayMinutes
}

/** The clock, `HH:MM`, so many minutes after the start; undefined while either is not known. */
export const clockAt = (offset: number | undefined, start: string): string | undefined =>
  offset === undefined || Number.isNaN(offset) || minutesOf(start) === undefined
    ? undefined
    : laterBy(start, offset)

/** Minutes between two clocks of one day; undefined unless the second is later. */
export const minutesBetween = (start: string, end: string): number | undefined => {
  const [from, to] = [minutesOf(start), minutesOf(end)]
  return from === undefined || to === undefined || to <= from ? undefined : to - from
}
