import { ne } from 'drizzle-orm'
import { AppError } from '../platform/app-error.ts'
import { prepared, type Tx } from '../platform/database.ts'
import { queueJob } from '../platform/jobs.ts'
import { lockSession } from '../sessions/session-lock-queries.ts'
import type { SessionPlan } from './plan-queries.ts'
import { nobody, tallies } from './recipient-queries.ts'
import { getPlan, listReminders, stepOf } from './reminder-queries.ts'
import { dayOfSession, dueSteps } from './step-rules.ts'
import { reminderStrings } from './strings.ts'
import { reminderSteps } from './tables.ts'

/** What a worker is handed for a step that goes out. */
export interface StepToSend {
  sessionId: string
  step: string
  /** The day of the session it goes out for. */
  day: string
  /** Who sent it by hand; null: the clock, which keeps the quiet hours. */
  byUserId: string | null
}

/** The job that writes to the guests of a step. */
export const sendRemindersJob = { name: 'send_reminders' }

// Whoever comes second finds it sent, or waits at the row and finds it then.
const claim = {
  name: 'claim_reminder_step',
  text: `
insert into reminder_steps as t (office_id, session_id, step, sent_at, sent_for,
                                 silent, maybe, attending, mailed, queued, unreached)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
on conflict on constraint reminder_steps_once do update
   set sent_at = excluded.sent_at, sent_for = excluded.sent_for, failed_at = null, paused = false, silent = excluded.silent,
       maybe = excluded.maybe, attending = excluded.attending, mailed = excluded.mailed, queued = excluded.queued,
       unreached = excluded.unreached
 where t.sent_for is distinct from excluded.sent_for or t.failed_at is not null
returning t.id`,
}

/** Takes a step, and queues the writing to its guests with it; nothing where another was faster. */
async function send(
  tx: Tx,
  plan: SessionPlan,
  {
    step,
    now,
    mailServer,
    byUserId,
  }: { step: string; now: string; mailServer: boolean; byUserId: string | null },
): Promise<void> {
  const { sessionId, officeId } = plan
  const standing = await tallies(tx, {
    sessionIds: [sessionId],
    offices: [officeId],
    mailServer,
  })
  const { silent, maybe, attending, byMail, byWhatsapp, unreachable } =
    standing.get(sessionId) ?? nobody
  const day = dayOfSession(plan)
  const claimed = await prepared(tx, claim, [
    officeId,
    sessionId,
    step,
    now,
    day,
    silent,
    maybe,
    attending,
    byMail,
    byWhatsapp,
    unreachable,
  ])
  const job: StepToSend = { sessionId, step, day, byUserId }
  if (claimed.length > 0) await queueJob(tx, sendRemindersJob, job)
}

interface Asked {
  sessionId: string
  /** ISO instant. */
  now: string
  /** Mails can leave. */
  mailServer: boolean
}

/** Sends the steps of a session whose time has come; answers how many. */
export async function sendDueSteps(tx: Tx, { sessionId, now, mailServer }: Asked): Promise<number> {
  await lockSession(tx, sessionId)
  const plan = await getPlan(tx, sessionId)
  const due = dueSteps(plan, now)
  for (const { step } of due) await send(tx, plan, { step, now, mailServer, byUserId: null })
  return due.length
}

/**
 * Sends a step now, by a person, who need not keep the quiet hours; also one that is paused or whose time passed
 * unused, or one that failed, to those it did not reach. 409 `closed` when it was sent, or the session is not published or has begun.
 */
export async function sendStepNow(
  tx: Tx,
  { sessionId, step, now, mailServer, userId }: Asked & { step: string; userId: string },
) {
  await lockSession(tx, sessionId)
  const plan = await getPlan(tx, sessionId)
  const { state } = stepOf(plan, { step, now })
  if (state === 'sent') throw new AppError('closed', { message: reminderStrings.alreadySent })
  const open = plan.status === 'published' && plan.archivedAt === null
  if (!open || Date.parse(plan.startsAt) <= Date.parse(now))
    throw new AppError('closed', { message: reminderStrings.notOpen })
  await send(tx, plan, { step, now, mailServer, byUserId: userId })
  return listReminders(tx, { sessionId, now, mailServer })
}

/**
 * Pauses a step or lets it go again; it stays paused when the session moves. 409 `closed` once it was sent, its time
 * has passed, or the session is not open.
 */
export async function pauseStep(
  tx: Tx,
  { sessionId, step, now, mailServer, paused }: Asked & { step: string; paused: boolean },
) {
  const { officeId } = await lockSession(tx, sessionId)
  const { state } = stepOf(await getPlan(tx, sessionId), { step, now })
  if (state !== 'planned' && state !== 'paused')
    throw new AppError('closed', { message: reminderStrings.notPlanned })
  await tx
    .insert(reminderSteps)
    .values({ officeId, sessionId, step, paused })
    .onConflictDoUpdate({
      target: [reminderSteps.officeId, reminderSteps.sessionId, reminderSteps.step],
      set: { paused },
      setWhere: ne(reminderSteps.paused, paused),
    })
  return listReminders(tx, { sessionId, now, mailServer })
}
