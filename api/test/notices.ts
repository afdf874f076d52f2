import type { Actor } from '../src/platform/database.ts'
import { type Notice, notifyGuestsJob } from '../src/sending/notice-commands.ts'
import { notifyGuestsTask } from '../src/sending/notice-task.ts'
import type { TestServer } from './server.ts'

interface Waiting {
  id: string
  payload: { officeId: string; actor: Actor; data: Notice }
}

const log = { info: () => {}, warn: () => {}, error: () => {} }

/** Does what a worker would with the notices queued so far, for servers that run none. */
export async function sendNotices({ deps, make }: TestServer): Promise<void> {
  const { rows } = await make.pool.query<Waiting>(
    `select j.id, j.payload from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = $1 order by j.id`,
    [notifyGuestsJob.name],
  )
  for (const { payload } of rows) {
    const { officeId, actor, data } = payload
    await notifyGuestsTask.run({ ...deps, log }, { offices: [officeId], actor, data })
  }
  await make.pool.query('select graphile_worker.complete_jobs($1)', [rows.map(({ id }) => id)])
}
