import { invalidField } from '../platform/app-error.ts'
import { dayOf, shiftDay } from '../platform/local-days.ts'
import { cutBefore, emptyRule, firstDay } from '../recurrence/recurrence.ts'
import { namedDays } from '../recurrence/series-days.ts'
import type { PlannedSession, SeriesDetails } from './planned-session.ts'
import { changed, isReachable, type SeriesChanges } from './rules.ts'
import { seriesStrings } from './strings.ts'

/** Whether a session goes with the second half when its series is cut before a day. */
export const goesWith = (session: PlannedSession, from: string): boolean =>
  (session.occurrenceDate ?? dayOf(session.startsAt, session.timeZone)) >= from

export interface Split {
  /** What stays: the series as it was, ended before the day. */
  earlier: SeriesDetails
  /** What goes on from the day, changed. */
  later: SeriesDetails
  /** Whether either part still names a day. */
  names: { earlier: boolean; later: boolean }
}

/**
 * Cuts a series before a day and changes what follows. A rule or first day that is given just as the series
 * has it is no change of it: it is divided like the rest.
 */
export function splitSeries(details: SeriesDetails, from: string, changes: SeriesChanges): Split {
  if (!isReachable(from)) throw invalidField('from', seriesStrings.startsOnTooFar)
  const halves = cutBefore(details, from)
  const { startsOn, timeZone, extraDates, skippedDates } = details
  const eve = shiftDay(from, { days: -1 })
  const earlier: SeriesDetails = {
    ...details,
    rrule: halves.before?.rrule ?? emptyRule(startsOn, timeZone),
    extraDates: extraDates.filter((day) => day < from),
    skippedDates: skippedDates.filter((day) => day < from),
  }
  const given: SeriesChanges = {
    ...changes,
    rrule: changes.rrule === details.rrule ? undefined : changes.rrule,
    startsOn: changes.startsOn === startsOn ? undefined : changes.startsOn,
  }
  if (given.startsOn !== undefined && given.startsOn < from) {
    throw invalidField('startsOn', seriesStrings.startsBeforeSplit)
  }
  const rest = {
    ...details,
    rrule: halves.after?.rrule ?? emptyRule(from, timeZone),
    startsOn: (given.rrule === undefined ? halves.after?.startsOn : undefined) ?? from,
  }
  const merged = changed(rest, given)
  const later: SeriesDetails = {
    ...merged,
    extraDates: merged.extraDates.filter((day) => day >= from),
    skippedDates: merged.skippedDates.filter((day) => day >= from),
  }
  return {
    earlier,
    later,
    names: {
      earlier: firstNamed(earlier, eve) !== undefined,
      later: halves.after !== null || extraDates.some((day) => day >= from),
    },
  }
}

/** The first day a series names, up to a given one. */
function firstNamed(details: SeriesDetails, to: string): string | undefined {
  const first = [firstDay(details, details.startsOn), ...details.extraDates]
    .filter((day) => day !== undefined)
    .sort()[0]
  return first === undefined ? undefined : namedDays(details, { from: first, to })[0]
}
