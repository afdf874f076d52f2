import type { Config } from '../platform/config.ts'
import { type Database, prepared } from '../platform/database.ts'
import type { ClockTask } from '../platform/jobs.ts'
import type { Log } from '../platform/log.ts'
import { described } from '../platform/log-error.ts'
import { remindOwners } from './reminder-commands.ts'

interface Deps {
  database: Database
  config: Pick<Config, 'smtpUrl'>
  publicUrl: string
  log: Log
}

const officesToRemind = {
  name: 'offices_with_promises_due',
  text: 'select office_id as "officeId", today from offices_with_promises_due($1)',
}

/**
 * Reminds the owners of what is due, in every office where it is 07.00 or later at `now` (ISO instant); answers how
 * many were written to. Each office is a transaction of its own; throws at the end when one failed.
 */
export async function remindOwnersDue(
  { database, config, publicUrl, log }: Deps,
  now: string,
): Promise<number> {
  const found = await database.unhurried([], (db) =>
    prepared<{ officeId: string; today: string }>(db, officesToRemind, [now]),
  )
  const smtp = config.smtpUrl !== undefined
  let written = 0
  let failed = 0
  for (const { officeId, today } of found) {
    try {
      written += await database.write([officeId], 'job:', (tx) =>
        remindOwners(tx, { officeId, today, smtp, publicUrl }),
      )
    } catch (error) {
      failed += 1
      log.error(
        `Owners of promises in office ${officeId} could not be reminded: ${described(error)}`,
      )
    }
  }
  if (failed > 0) throw new Error(`owners in ${failed} offices could not be reminded`)
  return written
}

/** At every half hour, as zones begin their days apart; whoever was reminded today is passed over. */
export const remindOwnersTask: ClockTask<Deps> = {
  name: 'remind_owners',
  crontab: '0,30 * * * *',
  run: async (deps) => void (await remindOwnersDue(deps, new Date().toISOString())),
}
