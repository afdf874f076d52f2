import { type Database, prepared } from '../platform/database.ts'
import type { ClockTask, Job, Task } from '../platform/jobs.ts'
import type { Log } from '../platform/log.ts'
import { described } from '../platform/log-error.ts'
import { hasMailServer, type MessageContext } from '../platform/message-context.ts'
import { markFailed, recordReached, remindGuest } from './guest-reminder-commands.ts'
import { findPlan } from './plan-queries.ts'
import { recipientsOf } from './recipient-queries.ts'
import { type StepToSend, sendDueSteps, sendRemindersJob } from './step-commands.ts'
import { dueSteps } from './step-rules.ts'

interface Deps extends MessageContext {
  database: Database
  log: Log
}

const sessionsToRemind = {
  name: 'sessions_to_remind',
  text: 'select office_id as "officeId", session_id as "sessionId" from sessions_to_remind($1)',
}

/**
 * Sends the reminders of all offices whose time has come at `now` (ISO instant), each session in a transaction of its
 * own; answers how many steps. Throws at the end when a session failed, so that the job comes again.
 */
export async function sendRemindersDue(
  { database, log, ...context }: Deps,
  now: string,
): Promise<number> {
  const found = await database.unhurried([], (db) =>
    prepared<{ officeId: string; sessionId: string }>(db, sessionsToRemind, [now]),
  )
  let sent = 0
  let failed = 0
  for (const { officeId, sessionId } of found) {
    try {
      // Most that are found were too late or rest in the quiet hours: no transaction for these.
      const plan = await database.read([officeId], (db) => findPlan(db, sessionId))
      if (!plan || dueSteps(plan, now).length === 0) continue
      sent += await database.write([officeId], 'job:', (tx) =>
        sendDueSteps(tx, { sessionId, now, mailServer: hasMailServer(context) }),
      )
    } catch (error) {
      failed += 1
      log.error(`The reminders of session ${sessionId} could not be sent: ${described(error)}`)
    }
  }
  if (failed > 0) throw new Error(`the reminders of ${failed} sessions could not be sent`)
  return sent
}

/**
 * Writes to the guests of a step, each in a transaction of its own, so that one who fails keeps nobody else from being
 * reminded. Repeated, it passes over whoever was reached. A step that failed says so until a run reaches all.
 * `now`: ISO instant.
 */
export async function remindGuests(deps: Deps, job: Job<StepToSend>, now: string): Promise<void> {
  try {
    await remindAll(deps, job, now)
  } catch (error) {
    const { database, log } = deps
    await database
      .write(job.offices, job.actor, (tx) => markFailed(tx, job.data))
      .catch((also: unknown) =>
        log.error(`A failed reminder could not be marked: ${described(also)}`),
      )
    throw error
  }
}

async function remindAll(
  { database, log, ...context }: Deps,
  { offices, actor, data: job }: Job<StepToSend>,
  now: string,
): Promise<void> {
  const guests = await database.read(offices, (db) =>
    recipientsOf(db, { ...job, mailServer: hasMailServer(context) }),
  )
  let failed = 0
  for (const { invitationId, channel } of guests) {
    if (channel === null) continue
    try {
      await database.write(offices, actor, (tx) =>
        remindGuest(tx, context, { invitationId, job, now }),
      )
    } catch (error) {
      failed += 1
      log.error(
        `The guest of invitation ${invitationId} could not be reminded: ${described(error)}`,
      )
    }
  }
  await database.write(offices, actor, (tx) =>
    recordReached(tx, context, { job, failed: failed > 0 }),
  )
  if (failed > 0) throw new Error(`${failed} of ${guests.length} guests could not be reminded`)
}

/** Every minute; a worker that was down makes up for what is not too late. */
export const sendRemindersDueTask: ClockTask<Deps> = {
  name: 'send_reminders_due',
  // The next minute is the next try.
  crontab: '* * * * * ?max=1',
  run: async (deps) => void (await sendRemindersDue(deps, new Date().toISOString())),
}

/** The guests of one step. */
export const sendRemindersTask: Task<StepToSend, Deps> = {
  ...sendRemindersJob,
  run: (deps, job) => remindGuests(deps, job, new Date().toISOString()),
}
