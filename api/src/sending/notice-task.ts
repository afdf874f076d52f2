import type { Database } from '../platform/database.ts'
import type { Task } from '../platform/jobs.ts'
import type { Log } from '../platform/log.ts'
import type { MessageContext } from '../platform/message-context.ts'
import { type Notice, notifyGuest, notifyGuestsJob } from './notice-commands.ts'

interface Deps extends MessageContext {
  database: Database
  log: Log
}

/**
 * Tells the guests of a notice, each in a transaction of its own, so that one who fails keeps nobody else from hearing
 * of it. Repeated, it passes over whoever was told.
 */
export const notifyGuestsTask: Task<Notice, Deps> = {
  ...notifyGuestsJob,
  run: async ({ database, log, ...context }, { offices, actor, data: notice }) => {
    let failed = 0
    for (const invitationId of notice.invitationIds) {
      try {
        await database.write(offices, actor, (tx) =>
          notifyGuest(tx, context, { notice, invitationId }),
        )
      } catch (error) {
        failed += 1
        log.error(`The guest of invitation ${invitationId} could not be told: ${String(error)}`)
      }
    }
    if (failed > 0)
      throw new Error(`${failed} of ${notice.invitationIds.length} guests could not be told`)
  },
}
