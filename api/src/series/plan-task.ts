import { type Database, prepared } from '../platform/database.ts'
import type { ClockTask } from '../platform/jobs.ts'
import type { Log } from '../platform/log.ts'
import { described } from '../platform/log-error.ts'
import { planAhead } from './commands.ts'

interface Deps {
  database: Database
  log: Log
}

const seriesToPlan = {
  name: 'series_to_plan',
  text: 'select office_id as "officeId", series_id as "seriesId" from series_to_plan()',
}

/**
 * Makes the sessions that every series still lacks up to its horizon. Each series is a transaction of its
 * own, so what is made stays made; any number of machines may run it at once. Throws at the end when a
 * series failed, so that the job comes again.
 */
export async function planAllSeries({ database, log }: Deps): Promise<{ made: number }> {
  const waiting = await database.unhurried([], (db) =>
    prepared<{ officeId: string; seriesId: string }>(db, seriesToPlan, []),
  )
  let made = 0
  let failed = 0
  for (const { officeId, seriesId } of waiting) {
    const now = new Date().toISOString()
    try {
      made += await database.write([officeId], 'job:', (tx) => planAhead(tx, { id: seriesId, now }))
    } catch (error) {
      failed += 1
      log.error(`The sessions of series ${seriesId} could not be made: ${described(error)}`)
    }
  }
  if (failed > 0) throw new Error(`${failed} of ${waiting.length} series could not be planned`)
  return { made }
}

/** Daily at 03.10 in western Indonesia; made up for when no worker ran then, as where computers sleep at night. */
export const planSeriesTask: ClockTask<Deps> = {
  name: 'plan_series',
  crontab: '10 20 * * * ?fill=2d',
  run: async (deps) => void (await planAllSeries(deps)),
}
