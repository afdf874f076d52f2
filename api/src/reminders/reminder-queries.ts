import type { ReminderStep } from '@ngopi/shared/reminders'
import { AppError } from '../platform/app-error.ts'
import type { Db } from '../platform/database.ts'
import { findPlan, plansOfOffice, type SessionPlan, type StepRecord } from './plan-queries.ts'
import {
  nobody,
  type Recipient,
  type ReminderWords,
  reachedOf,
  recipientsOf,
  type Tally,
  tallies,
  wordsFor,
} from './recipient-queries.ts'
import { dayOfSession, type PlannedStep, stepsOf } from './step-rules.ts'

/** How far ahead the page of an office looks, milliseconds, and how much it holds. */
const horizon = 60 * 86_400_000
const mostSteps = 200

const reachedTally = (record: StepRecord): Tally => ({
  silent: record.silent,
  maybe: record.maybe,
  attending: record.attending,
  byMail: record.mailed,
  byWhatsapp: record.queued,
  unreachable: record.unreached,
})

function toContract(plan: SessionPlan, planned: PlannedStep, standing: Tally): ReminderStep {
  const record = plan.decisions.find(({ step }) => step === planned.step)
  return {
    ...planned,
    recipients:
      (planned.state === 'sent' || planned.state === 'failed') && record
        ? reachedTally(record)
        : standing,
    version: record?.version ?? 0,
  }
}

/** The plan of a session; 404 out of sight. */
export async function getPlan(db: Db, sessionId: string): Promise<SessionPlan> {
  const plan = await findPlan(db, sessionId)
  if (!plan) throw new AppError('not_found')
  return plan
}

interface Asked {
  sessionId: string
  /** ISO instant. */
  now: string
  /** Mails can leave. */
  mailServer: boolean
}

/** The reminders of a session: what goes out when, to whom. 404 out of sight. */
export async function listReminders(
  db: Db,
  { sessionId, now, mailServer }: Asked,
): Promise<{ source: SessionPlan['source']; items: ReminderStep[] }> {
  const plan = await getPlan(db, sessionId)
  const standing = await tallies(db, {
    sessionIds: [sessionId],
    offices: [plan.officeId],
    mailServer,
  })
  return {
    source: plan.source,
    items: stepsOf(plan, now).map((step) =>
      toContract(plan, step, standing.get(sessionId) ?? nobody),
    ),
  }
}

/** A step of a session; 404 where it has none of this name. */
export function stepOf(
  plan: SessionPlan,
  { step, now }: { step: string; now: string },
): PlannedStep {
  const found = stepsOf(plan, now).find((one) => one.step === step)
  if (!found) throw new AppError('not_found')
  return found
}

const described = (recipient: Recipient, templateKind: ReminderWords | undefined) =>
  templateKind === undefined ? [] : [{ ...recipient, about: templateKind }]

/** Whom a step would reach now, or reached. 404 out of sight or where the session has no such step. */
export async function listRecipients(
  db: Db,
  { sessionId, step, now, mailServer }: Asked & { step: string },
): Promise<{ items: (Recipient & { about: ReminderWords })[] }> {
  const plan = await getPlan(db, sessionId)
  const which = { sessionId, step, day: dayOfSession(plan), mailServer }
  if (stepOf(plan, { step, now }).state !== 'sent') {
    const waiting = await recipientsOf(db, which)
    return { items: waiting.flatMap((one) => described(one, wordsFor(one.answer))) }
  }
  const reached = await reachedOf(db, which)
  return {
    items: reached.flatMap(({ about, ...one }) => described(one, wordsFor(one.answer, about))),
  }
}

/** What goes out in the next 60 days in an office, soonest first; at most 200. */
export async function listUpcoming(
  db: Db,
  { officeId, now, mailServer }: { officeId: string; now: string; mailServer: boolean },
) {
  const plans = await plansOfOffice(db, { officeId, now })
  const until = Date.parse(now) + horizon
  const upcoming = plans
    .flatMap((plan) => stepsOf(plan, now).map((step) => ({ plan, step })))
    .filter(
      ({ step: { state, sendsAt } }) =>
        (state === 'planned' || state === 'paused') && Date.parse(sendsAt) <= until,
    )
    .sort((a, b) => Date.parse(a.step.sendsAt) - Date.parse(b.step.sendsAt))
    .slice(0, mostSteps)
  const sessionIds = [...new Set(upcoming.map(({ plan }) => plan.sessionId))]
  const standing = await tallies(db, { sessionIds, offices: [officeId], mailServer })
  return {
    items: upcoming.map(({ plan, step }) => ({
      ...toContract(plan, step, standing.get(plan.sessionId) ?? nobody),
      session: {
        id: plan.sessionId,
        title: plan.title,
        startsAt: plan.startsAt,
        timeZone: plan.timeZone,
      },
    })),
  }
}
