import { Logger, run, type TaskList } from 'graphile-worker'
import { z } from 'zod'
import type { Actor } from './database.ts'
import type { Task } from './jobs.ts'
import type { Log } from './log.ts'
import { type MailDeps, sendMailTask } from './mail.ts'

export interface WorkerDeps extends MailDeps {
  ownerUrl: string
  log: Log
}

/** What `queue_job` writes. */
const payload = z.object({ officeId: z.uuid(), actor: z.string(), data: z.unknown() })

/** Counters of attempts and answers kept for repeated requests are of no use after a day. */
const housekeeping = (deps: WorkerDeps) => async () => {
  await deps.database.lookup((db) => db.execute('select forget_what_expired()'))
}

const asGraphileTask =
  <Data>(deps: WorkerDeps, task: Task<Data, WorkerDeps>) =>
  async (given: unknown) => {
    const { officeId, actor, data } = payload.parse(given)
    await task.run(deps, { offices: [officeId], actor: actor as Actor, data: data as Data })
  }

/** Works the queue until stopped; any number of processes may do so. Failed jobs come again with growing pauses. */
export async function startWorker(deps: WorkerDeps): Promise<{ stop(): Promise<void> }> {
  const logger = new Logger(() => (level, message) => {
    if (level === 'error') deps.log.error(message)
    else if (level === 'warning') deps.log.warn(message)
  })
  const taskList: TaskList = {
    [sendMailTask.name]: asGraphileTask(deps, sendMailTask),
    housekeeping: housekeeping(deps),
  }
  const runner = await run({
    connectionString: deps.ownerUrl,
    concurrency: 2,
    maxPoolSize: 3,
    noHandleSignals: true,
    pollInterval: 2_000,
    logger,
    taskList,
    crontab: '17 20 * * * housekeeping',
  })
  return { stop: () => runner.stop() }
}
