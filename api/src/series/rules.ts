import type { newSeries, seriesChanges } from '@ngopi/shared/series'
import type { z } from 'zod'
import { AppError, type FieldError } from '../platform/app-error.ts'
import { namesADay, type Recurrence } from '../recurrence/recurrence.ts'
import { parseRule, RuleError } from '../recurrence/rrule-text.ts'
import { agendaOf } from '../sessions/agenda.ts'
import type { SeriesDetails } from './planned-session.ts'
import { seriesStrings } from './strings.ts'

export type NewSeries = z.output<typeof newSeries>
export type SeriesChanges = Omit<z.output<typeof seriesChanges>, 'version'>

const inOrder = (days: readonly string[]): string[] => [...new Set(days)].sort()

/** A new series as it is stored; the zone is the office's unless given. */
export const detailsOfNew = (given: NewSeries, officeZone: string): SeriesDetails => ({
  ...changed({ ...nothingYet, timeZone: officeZone }, given),
})

const nothingYet: SeriesDetails = {
  title: '',
  description: null,
  venue: '',
  mapUrl: null,
  entryNote: null,
  capacity: null,
  answerDeadlineMinutes: null,
  reminders: null,
  seatsPerOutlet: null,
  agenda: [],
  rrule: '',
  startsOn: '',
  startTime: '',
  timeZone: '',
  durationMinutes: 0,
  holidayPolicy: 'ask',
  extraDates: [],
  skippedDates: [],
}

/** The details after a change: what is absent stays, an empty text is none, days are kept in order. */
export function changed(details: SeriesDetails, changes: SeriesChanges): SeriesDetails {
  const { rrule, agenda, description, entryNote, extraDates, skippedDates, ...plain } = changes
  const given = Object.entries(plain).filter(([, value]) => value !== undefined)
  return {
    ...details,
    ...Object.fromEntries(given),
    ...(rrule !== undefined && { rrule: rrule.toUpperCase() }),
    ...(agenda && { agenda: agendaOf(agenda) }),
    ...(description !== undefined && { description: description || null }),
    ...(entryNote !== undefined && { entryNote: entryNote || null }),
    ...(extraDates && { extraDates: inOrder(extraDates) }),
    ...(skippedDates && { skippedDates: inOrder(skippedDates) }),
  }
}

/** The part of a series that its sessions are made by. */
export const detailsOf = (series: SeriesDetails): SeriesDetails => ({
  title: series.title,
  description: series.description,
  venue: series.venue,
  mapUrl: series.mapUrl,
  entryNote: series.entryNote,
  capacity: series.capacity,
  answerDeadlineMinutes: series.answerDeadlineMinutes,
  reminders: series.reminders,
  seatsPerOutlet: series.seatsPerOutlet,
  agenda: agendaOf(series.agenda),
  rrule: series.rrule,
  startsOn: series.startsOn,
  startTime: series.startTime,
  timeZone: series.timeZone,
  durationMinutes: series.durationMinutes,
  holidayPolicy: series.holidayPolicy,
  extraDates: series.extraDates,
  skippedDates: series.skippedDates,
})

/** Whether a change touches the rule: one that has run out may still get another title. */
export const movesDays = (before: SeriesDetails, after: SeriesDetails): boolean =>
  before.rrule !== after.rrule || before.startsOn !== after.startsOn

/** Whether a series may begin on a day: dates are looked for a lifetime further, not for ages. */
export const isReachable = (day: string): boolean => day >= '2000-01-01' && day <= '2099-12-31'

/** Refuses a rule that no series can follow, naming each wrong field. */
export function checkRecurrence(recurrence: Recurrence & { extraDates: readonly string[] }): void {
  const fields: FieldError[] = []
  const { rrule, startsOn } = recurrence
  if (!isReachable(startsOn)) {
    fields.push({ path: 'startsOn', message: seriesStrings.startsOnTooFar })
  }
  try {
    parseRule(rrule)
    const named = fields.length > 0 || recurrence.extraDates.length > 0 || namesADay(recurrence)
    if (!named) fields.push({ path: 'rrule', message: seriesStrings.ruleWithoutDates })
  } catch (error) {
    if (!(error instanceof RuleError)) throw error
    fields.push({ path: 'rrule', message: error.wording })
  }
  if (fields.length > 0) throw new AppError('invalid', { fields })
}
