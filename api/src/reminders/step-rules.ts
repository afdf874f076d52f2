import type { ReminderOffset, ReminderStep } from '@ngopi/shared/reminders'
import type { SessionStatus } from '@ngopi/shared/sessions'
import { Temporal } from 'temporal-polyfill'
import { endOfQuiet, type QuietHours } from '../messaging/quiet-hours.ts'

/** What was decided about a step. */
export interface Decision {
  step: string
  paused: boolean
  /** ISO instant. */
  sentAt: string | null
  /** The day of the session it was sent for. */
  sentFor: string | null
  /** Guests of it could not be written to. */
  failed: boolean
}

/** A session and how its guests are reminded. Instants are ISO texts, UTC. */
export interface Plan {
  startsAt: string
  /** IANA zone the offsets are meant in. */
  timeZone: string
  status: SessionStatus
  archivedAt: string | null
  offsets: readonly ReminderOffset[]
  /** Since when session and offsets are as they are. */
  since: string
  quiet: QuietHours | null
  decisions: readonly Decision[]
}

/** A step of a plan in time. */
export interface PlannedStep extends ReminderOffset {
  step: string
  dueAt: string
  sendsAt: string
  state: ReminderStep['state']
  missedBecause: ReminderStep['missedBecause']
  sentAt: string | null
}

/** A worker that was down makes up for a reminder within so long, milliseconds; later it would only confuse. */
const lateness = 6 * 3_600_000

/** `3-0900`: three days before, at 09.00. */
export const nameOfStep = ({ daysBefore, at }: ReminderOffset): string =>
  `${daysBefore}-${at.replace(':', '')}`

const offsetOf = (step: string): ReminderOffset => {
  const [days = '', clock = ''] = step.split('-')
  return { daysBefore: Number(days), at: `${clock.slice(0, 2)}:${clock.slice(2)}` }
}

/** The day of the session where it takes place. */
export const dayOfSession = ({ startsAt, timeZone }: Pick<Plan, 'startsAt' | 'timeZone'>): string =>
  Temporal.Instant.from(startsAt).toZonedDateTimeISO(timeZone).toPlainDate().toString()

/** What a reminder is known by at its guests: once a step and day of the session, so a moved session is reminded of anew. */
export const keyOfStep = (step: string, day: string): string => `${step}@${day}`

function dueAt(plan: Plan, { daysBefore, at }: ReminderOffset): string {
  return Temporal.PlainDate.from(dayOfSession(plan))
    .subtract({ days: daysBefore })
    .toZonedDateTime({ timeZone: plan.timeZone, plainTime: at })
    .toInstant()
    .toString({ smallestUnit: 'millisecond' })
}

/** Until when a step may still go: before the session begins, before the next one goes, and not hours late. */
function lastMoment(plan: Plan, sendsAt: string, next: string | undefined): number {
  const ends = [Date.parse(plan.startsAt), Date.parse(sendsAt) + lateness]
  return Math.min(...ends, ...(next === undefined ? [] : [Date.parse(next)]))
}

interface Timed extends ReminderOffset {
  step: string
  dueAt: string
  sendsAt: string
}

interface At {
  timed: Timed
  next: string | undefined
  now: number
  decision: Decision | undefined
}

/** Why a step of a published session does not go by itself any more; undefined while it does. */
function missedBecause(
  plan: Plan,
  { timed, next, now, decision }: At,
): PlannedStep['missedBecause'] | undefined {
  const sends = Date.parse(timed.sendsAt)
  // Due before it was planned: guests were written to just now, by the invitation or of the change.
  if (sends < Date.parse(plan.since)) return 'planned_late'
  if (now >= sends && decision?.paused) return 'paused'
  if (sends >= Date.parse(plan.startsAt)) return 'no_time'
  return now >= lastMoment(plan, timed.sendsAt, next) ? 'not_sent' : undefined
}

function stateOf(plan: Plan, at: At): Pick<PlannedStep, 'state' | 'missedBecause'> {
  const { decision, now } = at
  const because = (state: PlannedStep['state']) => ({ state, missedBecause: null })
  if (decision?.sentFor === dayOfSession(plan)) return because(decision.failed ? 'failed' : 'sent')
  // Since when it was planned is no longer known: its end was a change too.
  if (plan.status === 'done')
    return { state: 'missed', missedBecause: decision?.paused ? 'paused' : null }
  const begun = Date.parse(plan.startsAt) <= now
  if (plan.status !== 'published' || (plan.archivedAt !== null && !begun)) return because('off')
  const reason = missedBecause(plan, at)
  if (reason) return { state: 'missed', missedBecause: reason }
  return because(decision?.paused ? 'paused' : 'planned')
}

/**
 * The steps of a plan in the order they go, those already sent for this day among them even where their offset was
 * taken away since. `now`: ISO instant.
 */
export function stepsOf(plan: Plan, now: string): PlannedStep[] {
  const day = dayOfSession(plan)
  const named = new Map(plan.offsets.map((offset) => [nameOfStep(offset), offset]))
  for (const { step, sentFor } of plan.decisions)
    if (sentFor === day && !named.has(step)) named.set(step, offsetOf(step))
  const timed = [...named]
    .map(([step, offset]) => {
      const due = dueAt(plan, offset)
      return { ...offset, step, dueAt: due, sendsAt: endOfQuiet(plan.quiet, due) ?? due }
    })
    .sort((a, b) => Date.parse(a.sendsAt) - Date.parse(b.sendsAt) || a.dueAt.localeCompare(b.dueAt))
  return timed.map((one, i) => ({
    ...one,
    ...stateOf(plan, {
      timed: one,
      next: timed[i + 1]?.sendsAt,
      now: Date.parse(now),
      decision: plan.decisions.find(({ step }) => step === one.step),
    }),
    sentAt:
      plan.decisions.find(({ step, sentFor }) => step === one.step && sentFor === day)?.sentAt ??
      null,
  }))
}

/** The steps whose time has come; none in the quiet hours of the office. `now`: ISO instant. */
export const dueSteps = (plan: Plan, now: string): PlannedStep[] =>
  endOfQuiet(plan.quiet, now) === undefined
    ? stepsOf(plan, now).filter(
        ({ state, sendsAt }) => state === 'planned' && Date.parse(sendsAt) <= Date.parse(now),
      )
    : []
