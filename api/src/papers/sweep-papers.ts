import type { Config } from '../platform/config.ts'
import type { Database } from '../platform/database.ts'
import type { ClockTask } from '../platform/jobs.ts'
import { forgetExpired } from './commands.ts'
import { PaperStore } from './paper-store.ts'

interface Deps {
  database: Database
  config: Config
}

/** Throws away papers that have expired, every hour. */
export const sweepPapersTask: ClockTask<Deps> = {
  name: 'sweep_papers',
  crontab: '7 * * * * ?max=1',
  run: async ({ database, config }) => {
    await database.unhurried([], (tx) => forgetExpired(tx))
    await new PaperStore(config.dataDir).sweep()
  },
}
