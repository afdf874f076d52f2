import { openOwnerUrl } from './owner-database.ts'
import { publicUrlOf, readConfig } from './platform/config.ts'
import { openDatabase } from './platform/database.ts'
import { deriveKeys } from './platform/keys.ts'
import { runUntilSignalled } from './platform/lifecycle.ts'
import { usualLimits } from './platform/limits.ts'
import { consoleLog as log } from './platform/log.ts'
import { migrate } from './platform/migrate.ts'
import { Sealing } from './platform/sealing.ts'
import { resolveSecrets } from './platform/secret.ts'
import { startWork } from './work.ts'

runUntilSignalled(log, async (life) => {
  const config = readConfig(process.env)
  const keys = deriveKeys(await resolveSecrets(config))
  const ownerUrl = await openOwnerUrl(config, life, log)
  await migrate(ownerUrl, { log })
  const database = openDatabase({
    ownerUrl,
    poolSize: 4,
    sealing: new Sealing(keys.storedText),
    log,
  })
  life.onClose('the database connections', () => database.close())
  // Proven before a job is taken.
  await database.lookup((db) => db.execute('select 1'))
  const worker = await startWork({
    config,
    database,
    ownerUrl,
    log,
    keys,
    publicUrl: publicUrlOf(config),
    limits: usualLimits,
  })
  life.onClose('the worker', (hurry) => worker.stop(hurry))
  log.info('The worker is waiting for jobs.')
})
