import { Logger, run, type TaskList } from 'graphile-worker'
import { z } from 'zod'
import type { Actor } from './database.ts'
import type { ClockTask, Task } from './jobs.ts'
import type { Log } from './log.ts'
import { type MailDeps, sendMailTask } from './mail.ts'
import type { Keys } from './secret.ts'

export interface WorkerDeps extends MailDeps {
  ownerUrl: string
  log: Log
  /** Origin that links begin with, without a trailing slash. */
  publicUrl: string
  keys: Keys
}

/** What a worker is asked to do, beyond sending mail and keeping house. */
export interface Work {
  // biome-ignore lint/suspicious/noExplicitAny: each task knows its own data
  tasks: readonly Task<any, WorkerDeps>[]
  byTheClock: readonly ClockTask<WorkerDeps>[]
}

/** What `queue_job` writes. */
const payload = z.object({ officeId: z.uuid(), actor: z.string(), data: z.unknown() })

/** Counters of attempts and answers kept for repeated requests are of no use after a day. */
const housekeeping: ClockTask<WorkerDeps> = {
  name: 'housekeeping',
  crontab: '17 20 * * *',
  run: async ({ database }) => {
    await database.lookup((db) => db.execute('select forget_what_expired()'))
  },
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

/**
 * Works the queue until stopped, and by the clock what features ask for; any number of processes may do so.
 * Failed jobs come again with growing pauses.
 */
export async function startWorker(
  deps: WorkerDeps,
  { tasks, byTheClock }: Work,
): Promise<{ stop(): Promise<void> }> {
  const clock = [housekeeping, ...byTheClock]
  const logger = new Logger(() => (level, message) => {
    if (level === 'error') deps.log.error(message)
    else if (level === 'warning') deps.log.warn(message)
  })
  const taskList: TaskList = {
    ...Object.fromEntries(
      [sendMailTask, ...tasks].map((task) => [task.name, asGraphileTask(deps, task)]),
    ),
    ...Object.fromEntries(clock.map((task) => [task.name, () => task.run(deps)])),
  }
  const runner = await run({
    connectionString: deps.ownerUrl,
    concurrency: 2,
    maxPoolSize: 3,
    noHandleSignals: true,
    pollInterval: 2_000,
    logger,
    taskList,
    crontab: clock.map(cronLine).join('\n'),
  })
  return { stop: () => runner.stop() }
}
