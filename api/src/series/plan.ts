import { isDeepStrictEqual } from 'node:util'
import { closing, dayOf, horizonOf, shiftDay } from '../platform/local-days.ts'
import type { Days } from '../recurrence/recurrence.ts'
import { type DaysOff, type PlannedDay, plannedDays } from '../recurrence/series-days.ts'
import { isChangeable, moveEffect, sameInstant } from '../sessions/rules.ts'
import type {
  NewOccurrence,
  PlannedSession,
  SeriesDetails,
  SessionChange,
} from './planned-session.ts'

export interface Change {
  session: PlannedSession
  set: SessionChange
  /** Guests who count on it are asked to confirm again. */
  asksAgain: boolean
}

/** What is to be done for the sessions of a series to be as the series says. */
export interface Plan {
  add: NewOccurrence[]
  /** Drafts nobody touched, on days no longer named. */
  remove: PlannedSession[]
  change: Change[]
  /** On days no longer named, but touched: an officer decides. Those just found so, not those found before. */
  offRule: PlannedSession[]
  /** Changed by hand before, so that something of the change does not reach them. */
  leftAlone: PlannedSession[]
}

export interface Situation {
  before: SeriesDetails
  after: SeriesDetails
  /** All sessions of the series that are to come or hold a day within `daysToPlan`. */
  sessions: readonly PlannedSession[]
  daysOff: DaysOff
  /** ISO instant. */
  now: string
}

/** A session may follow the day that names it by so much, after a holiday. */
const mostBehind = 31

/** The days whose sessions a plan makes: those named lately may still be to come, by a holiday. */
export const daysToPlan = (now: string, timeZone: string): Days => ({
  from: shiftDay(dayOf(now, timeZone), { days: -mostBehind }),
  to: horizonOf(now, timeZone),
})

/** The days a plan looks at: also those of sessions that were moved far, or made beyond the horizon. */
export function daysToLookAt({
  after,
  sessions,
  now,
}: Pick<Situation, 'after' | 'sessions' | 'now'>): Days {
  const days = daysToPlan(now, after.timeZone)
  for (const { occurrenceDate: day } of sessions) {
    if (day !== null && day < days.from) days.from = day
    if (day !== null && day > days.to) days.to = day
  }
  return days
}

/** Whether a change of the series may reach a session. */
export const isToCome = (session: PlannedSession, now: string): boolean =>
  isChangeable(session.status) &&
  session.archivedAt === null &&
  Date.parse(session.startsAt) > Date.parse(now)

/** Whether nobody would miss it. */
export const isUntouched = (session: PlannedSession): boolean =>
  session.status === 'draft' && !session.handEdited && !session.referredTo

const byDay = (planned: PlannedDay[]) => new Map(planned.map((day) => [day.occurrenceDate, day]))

/**
 * What a change of a series means for its sessions; changes nothing itself. Past, finished, cancelled and
 * archived sessions stay as they are, and their days are not named a second time.
 */
export function planSeries(situation: Situation): Plan {
  const { before, after, sessions, daysOff, now } = situation
  const days = daysToLookAt(situation)
  const former = byDay(plannedDays(before, days, daysOff))
  const wanted = byDay(plannedDays(after, days, daysOff))
  const plan: Plan = {
    add: missing(situation, wanted),
    remove: [],
    change: [],
    offRule: [],
    leftAlone: [],
  }
  for (const session of sessions) {
    if (!isToCome(session, now)) continue
    const day = session.occurrenceDate
    const next = day === null ? undefined : wanted.get(day)?.time
    if (day !== null && !next && isUntouched(session)) {
      plan.remove.push(session)
      continue
    }
    const followedFields = followed(session, before, after)
    const time = day === null || !next ? notMoved : moved(session, former.get(day)?.time, next, now)
    const deadline = deadlineOf(session, { ...session, ...time.set }, before, after)
    const set: SessionChange = { ...followedFields.set, ...time.set, ...deadline }
    if (day !== null && !next && session.offRule === null) {
      set.offRule = 'undecided'
      plan.offRule.push(session)
    }
    if (next && session.offRule !== null) set.offRule = null
    if (followedFields.left || time.left) plan.leftAlone.push(session)
    if (Object.keys(set).length === 0) continue
    const { asksAgain } = moveEffect(session, { ...session, ...set }, now)
    plan.change.push({ session, set, asksAgain })
  }
  return plan
}

function missing({ after, sessions, now }: Situation, wanted: Map<string, PlannedDay>) {
  const { to } = daysToPlan(now, after.timeZone)
  const taken = new Set(sessions.map(({ occurrenceDate }) => occurrenceDate))
  return [...wanted.values()].flatMap(({ occurrenceDate, time }) =>
    !time || occurrenceDate > to || time.startsAt <= now || taken.has(occurrenceDate)
      ? []
      : occurrence(after, occurrenceDate, time),
  )
}

const occurrence = (
  series: SeriesDetails,
  occurrenceDate: string,
  time: { startsAt: string; endsAt: string },
): NewOccurrence => ({
  occurrenceDate,
  ...time,
  ...pick(series),
  rsvpClosesAt: closing(time.startsAt, series.answerDeadlineMinutes),
})

const fields = [
  'title',
  'description',
  'venue',
  'mapUrl',
  'entryNote',
  'capacity',
  'timeZone',
  'agenda',
] as const
type Field = (typeof fields)[number]

const pick = (from: Pick<SeriesDetails, Field>): Pick<SeriesDetails, Field> => ({
  title: from.title,
  description: from.description,
  venue: from.venue,
  mapUrl: from.mapUrl,
  entryNote: from.entryNote,
  capacity: from.capacity,
  timeZone: from.timeZone,
  agenda: from.agenda,
})

/** Each field that still has the former value of the series takes the new one. */
function followed(session: PlannedSession, before: SeriesDetails, after: SeriesDetails) {
  const set: SessionChange = {}
  let left = false
  for (const field of fields) {
    if (isDeepStrictEqual(before[field], after[field])) continue
    if (isDeepStrictEqual(session[field], after[field])) continue
    const fits =
      field !== 'capacity' || (after.capacity ?? session.seatsTaken) >= session.seatsTaken
    if (fits && isDeepStrictEqual(session[field], before[field])) {
      Object.assign(set, { [field]: after[field] })
    } else left = true
  }
  return { set, left }
}

interface Span {
  startsAt: string
  endsAt: string
}

const notMoved: { set: Partial<Span>; left: boolean } = { set: {}, left: false }

const sameSpan = (a: Span, b: Span): boolean =>
  sameInstant(a.startsAt, b.startsAt) && sameInstant(a.endsAt, b.endsAt)

/** A session takes the new time when it still has the one planned before, and the new one is to come. */
function moved(
  session: PlannedSession,
  former: Span | null | undefined,
  next: Span,
  now: string,
): typeof notMoved {
  if (!former || sameSpan(former, next) || sameSpan(session, next)) return notMoved
  if (!sameSpan(session, former) || next.startsAt <= now) return { set: {}, left: true }
  return { set: { startsAt: next.startsAt, endsAt: next.endsAt }, left: false }
}

/** Answers close as long before the start as the series says, where they did so before. */
function deadlineOf(
  session: PlannedSession,
  { startsAt }: Span,
  before: SeriesDetails,
  after: SeriesDetails,
): SessionChange {
  const { rsvpClosesAt: closes } = session
  if (!sameInstant(closes, closing(session.startsAt, before.answerDeadlineMinutes))) return {}
  const next = closing(startsAt, after.answerDeadlineMinutes)
  return sameInstant(closes, next) ? {} : { rsvpClosesAt: next }
}
