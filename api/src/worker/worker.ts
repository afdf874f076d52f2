import { EventEmitter } from 'node:events'
import { Logger, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import { z } from 'zod'
import { type MailDeps, sendMailTask, serverAway } from '../outbox/mail-sending.ts'
import { Mailer } from '../outbox/mailer.ts'
import type { Config } from '../platform/config.ts'
import type { Actor } from '../platform/database.ts'
import type { ClockTask, Task } from '../platform/jobs.ts'
import type { Keys } from '../platform/keys.ts'
import { shutdownGraceMs, within } from '../platform/lifecycle.ts'
import type { Limits } from '../platform/limits.ts'
import type { Log } from '../platform/log.ts'
import { described } from '../platform/log-error.ts'
import { mailJob } from '../platform/mail.ts'
import { keepRunning, type Running, type RunningWorker } from './keep-running.ts'
import { Pulse } from './pulse.ts'

export interface WorkerDeps extends MailDeps {
  config: Config
  ownerUrl: string
  log: Log
  /** Origin that links begin with, without a trailing slash. */
  publicUrl: string
  keys: Keys
  limits: Limits
}

/** What a worker is asked to do, beyond sending mail and keeping house. */
export interface Work {
  // biome-ignore lint/suspicious/noExplicitAny: each task knows its own data
  tasks: readonly Task<any, WorkerDeps>[]
  /** Those that take minutes; others do not wait for them. */
  // biome-ignore lint/suspicious/noExplicitAny: likewise
  longTasks: readonly Task<any, WorkerDeps>[]
  byTheClock: readonly ClockTask<WorkerDeps>[]
}

/** What `queue_job` writes. */
const payload = z.object({ officeId: z.uuid(), actor: z.string(), data: z.unknown() })

/** Counters of attempts and answers kept for repeated requests are of no use after a day. */
export const housekeeping: ClockTask<WorkerDeps> = {
  name: 'housekeeping',
  crontab: '17 20 * * *',
  run: ({ database }) =>
    database.unhurried([], async (db) => {
      await db.execute('select forget_what_expired()')
    }),
}

/** A line of a crontab: the five fields, the name of the task, its options. */
function cronLine({ name, crontab }: ClockTask<WorkerDeps>): string {
  const [minute, hour, day, month, weekday, ...options] = crontab.split(' ')
  return [minute, hour, day, month, weekday, name, ...options].join(' ')
}

const asGraphileTask =
  <Data>(deps: WorkerDeps, task: Task<Data, WorkerDeps>) =>
  async (given: unknown) => {
    const { officeId, actor, data } = payload.parse(given)
    await task.run(deps, { offices: [officeId], actor: actor as Actor, data: data as Data })
  }

/** Calls the mails that wait only because the server was away, without counting those tries. */
const callWaitingMails = `
  select from graphile_worker.reschedule_jobs(
    array(select id from graphile_worker.jobs
           where task_identifier = $1 and locked_at is null and starts_with(last_error, $2)),
    run_at => now(), attempts => 0)`

/** The name of a pool is known as soon as it is made, which is before it looks for jobs. */
function poolNameFrom(events: WorkerEvents): Promise<string> {
  return new Promise((resolve) => {
    events.once('pool:create', ({ workerPool }) => resolve(workerPool.id))
  })
}

/**
 * Works the queue until stopped, and by the clock what features ask for; any number of processes may do so.
 * Failed jobs come again with growing pauses, those of a killed process within seconds.
 */
export const startWorker = (deps: WorkerDeps, work: Work): Promise<RunningWorker> =>
  keepRunning(() => startRunners(deps, work), deps.log)

/** The pools of the queue and the proof that they live, which is bound to their names: they start and end together. */
async function startRunners(
  deps: WorkerDeps,
  { tasks, longTasks, byTheClock }: Work,
): Promise<Running> {
  const { ownerUrl, log } = deps
  const { smtpUrl } = deps.config
  const clock = [housekeeping, ...byTheClock]
  let stopped = false
  const logger = new Logger(() => (level, message) => {
    if (stopped) return
    if (level === 'error') log.error(message)
    else if (level === 'warning') log.warn(message)
  })
  // Pools of their own for mails and for long work: however long the mail server keeps silent, other work goes on.
  const pools = {
    work: new EventEmitter(),
    mail: new EventEmitter(),
    long: new EventEmitter(),
  } satisfies Record<string, WorkerEvents>
  const pulse = Promise.all(Object.values(pools).map(poolNameFrom)).then(
    (holders) => new Pulse({ ownerUrl, holders, log }),
  )
  // Asked before each job, so that none is taken unseen.
  const seen = async () => {
    await (await pulse).proven()
    return null
  }
  const reachable = async () =>
    void (await (await pulse).query(callWaitingMails, [mailJob, serverAway]))
  const mailer = smtpUrl === undefined ? undefined : new Mailer({ smtpUrl, reachable, log })
  // biome-ignore lint/suspicious/noExplicitAny: each task knows its own data
  const listOf = (some: readonly Task<any, WorkerDeps>[]): TaskList =>
    Object.fromEntries(some.map((task) => [task.name, asGraphileTask(deps, task)]))
  const taskList: TaskList = {
    ...listOf(tasks),
    ...Object.fromEntries(clock.map((task) => [task.name, () => task.run(deps)])),
  }
  const common = { connectionString: ownerUrl, noHandleSignals: true, pollInterval: 2_000, logger }
  const started = await Promise.allSettled([
    run({
      ...common,
      concurrency: 2,
      maxPoolSize: 3,
      taskList,
      events: pools.work,
      forbiddenFlags: seen,
      crontab: clock.map(cronLine).join('\n'),
    }),
    run({
      ...common,
      concurrency: 2,
      maxPoolSize: 3,
      taskList: listOf(longTasks),
      events: pools.long,
      forbiddenFlags: seen,
    }),
    run({
      ...common,
      concurrency: 1,
      maxPoolSize: 2,
      taskList: { [mailJob]: asGraphileTask(deps, sendMailTask(mailer)) },
      events: pools.mail,
      // Nor mails while the server is away.
      forbiddenFlags: async () => {
        await seen()
        return mailer?.paused ? [mailJob] : null
      },
    }),
  ])
  const runners = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const stop = async (hurry = false): Promise<void> => {
    await within(
      hurry ? 0 : shutdownGraceMs,
      Promise.allSettled(runners.map((runner) => runner.stop())),
    )
    // What is still under way fails now, and is done again by whoever comes next.
    stopped = true
    mailer?.close()
    // One that could not be started has no name yet, and so nothing to show.
    void pulse.then((proof) => proof.stop())
  }
  const failed = started.find((one) => one.status === 'rejected')
  if (failed) {
    await stop(true)
    throw failed.reason
  }
  if (mailer)
    await reachable().catch((error: unknown) =>
      log.warn(`Mails that wait for the server were not called: ${described(error)}`),
    )
  return {
    done: Promise.race(runners.map((runner) => runner.promise)),
    stop: async (hurry) => {
      await stop(hurry)
      await (await pulse).stop()
    },
  }
}
