import type { HolidayPolicy, Series } from '@ngopi/shared/series'
import { laterBy } from '../../lib/wall-clock.ts'
import { offsetOf } from '../programme/agenda-times.ts'
import { type AgendaValues, agendaBodyOf, agendaValuesOf } from '../programme/agenda-values.ts'
import {
  newRule,
  type RuleFrame,
  type RuleValues,
  readRule,
  ruleText,
} from '../recurrence/rule-values.ts'
import type { OffsetValues } from '../sessions/reminder-offsets-picker.tsx'

/** How long before the start answers close, by unit. */
export const units = ['days', 'hours', 'minutes'] as const
export type Unit = (typeof units)[number]
const minutesIn: Record<Unit, number> = { days: 1440, hours: 60, minutes: 1 }

/** The fields of a series on screen. */
export interface SeriesValues extends Record<string, unknown> {
  title: string
  rule: RuleValues
  startsOn: string
  start: string
  end: string
  holidayPolicy: HolidayPolicy
  extraDates: string[]
  skippedDates: string[]
  venue: string
  mapUrl: string
  capacity: number | ''
  seatsPerOutlet: number | ''
  /** Whether answers are taken until the start, or only until some time before. */
  closes: 'start' | 'before'
  closesAmount: number | ''
  closesUnit: Unit
  agenda: AgendaValues[]
  /** Null: those of the office. */
  reminders: OffsetValues[] | null
  entryNote: string
  description: string
  /** The day a split begins at; empty where nothing is split. */
  from: string
}

export const emptySeries = (today: string): SeriesValues => ({
  title: '',
  rule: newRule(today),
  startsOn: today,
  start: '09:00',
  end: '11:30',
  holidayPolicy: 'ask',
  extraDates: [],
  skippedDates: [],
  venue: '',
  mapUrl: '',
  capacity: '',
  seatsPerOutlet: '',
  closes: 'start',
  closesAmount: 1,
  closesUnit: 'days',
  agenda: [],
  reminders: null,
  entryNote: '',
  description: '',
  from: '',
})

/** Minutes in the largest unit that holds them whole: 2880 is 2 days, 90 is 90 minutes. */
export const inUnits = (minutes: number): { amount: number; unit: Unit } => {
  const unit = units.find((one) => minutes > 0 && minutes % minutesIn[one] === 0) ?? 'minutes'
  return { amount: minutes / minutesIn[unit], unit }
}

export const seriesValuesOf = (series: Series): SeriesValues => {
  const deadline = series.answerDeadlineMinutes
  const closes = inUnits(deadline ?? minutesIn.days)
  return {
    title: series.title,
    rule: readRule(series.rrule, series),
    startsOn: series.startsOn,
    start: series.startTime,
    end: laterBy(series.startTime, series.durationMinutes),
    holidayPolicy: series.holidayPolicy,
    extraDates: series.extraDates,
    skippedDates: series.skippedDates,
    venue: series.venue,
    mapUrl: series.mapUrl ?? '',
    capacity: series.capacity ?? '',
    seatsPerOutlet: series.seatsPerOutlet ?? '',
    closes: deadline ? 'before' : 'start',
    closesAmount: closes.amount,
    closesUnit: closes.unit,
    agenda: agendaValuesOf(series.agenda),
    reminders: series.reminders,
    entryNote: series.entryNote ?? '',
    description: series.description ?? '',
    from: '',
  }
}

/** What the rule of the fields leans on. */
export const frameOf = (values: SeriesValues, timeZone: string): RuleFrame => ({
  startsOn: values.startsOn,
  startTime: values.start,
  timeZone,
})

/** Minutes from start to end; an end not after the start is on the next day. Undefined while unknown. */
export const lengthOf = ({ start, end }: Pick<SeriesValues, 'start' | 'end'>) =>
  start && start === end ? undefined : offsetOf(end, start)

/** The part that decides the dates, as the contract wants it. */
export const ruleBodyOf = (values: SeriesValues, timeZone: string) => ({
  rrule: ruleText(values.rule, frameOf(values, timeZone)),
  startsOn: values.startsOn,
  startTime: values.start,
  durationMinutes: lengthOf(values),
  holidayPolicy: values.holidayPolicy,
  extraDates: [...values.extraDates].sort(),
  skippedDates: [...values.skippedDates].sort(),
})

const deadlineOf = ({ closes, closesAmount, closesUnit }: SeriesValues) => {
  if (closes === 'start') return null
  return closesAmount === '' ? '' : closesAmount * minutesIn[closesUnit]
}

/** The whole series as the contract wants it. */
export const seriesBodyOf = (values: SeriesValues, timeZone: string) => ({
  ...ruleBodyOf(values, timeZone),
  timeZone,
  title: values.title,
  venue: values.venue,
  mapUrl: values.mapUrl.trim() || null,
  capacity: values.capacity === '' ? null : values.capacity,
  seatsPerOutlet: values.seatsPerOutlet === '' ? null : values.seatsPerOutlet,
  answerDeadlineMinutes: deadlineOf(values),
  agenda: agendaBodyOf(values.agenda),
  reminders: values.reminders,
  entryNote: values.entryNote.trim() || null,
  description: values.description.trim() || null,
})

/**
 * Only what differs from the series as it was opened, so that a field somebody else changed meanwhile is
 * not put back, and a rule nobody touched is divided by a split as it stands.
 */
export const changesOf = (values: SeriesValues, opened: SeriesValues, timeZone: string) => {
  const before: Record<string, unknown> = seriesBodyOf(opened, timeZone)
  return Object.fromEntries(
    Object.entries(seriesBodyOf(values, timeZone)).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]),
    ),
  )
}

const fields: Record<string, string> = {
  rrule: 'rule',
  startTime: 'start',
  durationMinutes: 'end',
  answerDeadlineMinutes: 'closesAmount',
}

/** From a path in the body to the field that shows its error. */
export const seriesFieldOf = (path: string): string => {
  const [name = ''] = path.split('.')
  if (name === 'extraDates' || name === 'skippedDates') return name
  return fields[name] ?? path
}
