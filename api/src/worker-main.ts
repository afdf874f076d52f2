import { publicUrlOf, readConfig } from './platform/config.ts'
import { openDatabase } from './platform/database.ts'
import { runUntilSignalled, within } from './platform/lifecycle.ts'
import { consoleLog as log } from './platform/log.ts'
import { migrate } from './platform/migrate.ts'
import { openOwnerUrl } from './platform/owner-database.ts'
import { Sealing } from './platform/sealing.ts'
import { deriveKeys, resolveSecrets } from './platform/secret.ts'
import { startWork } from './work.ts'

/** How long jobs under way may take at shutdown, in milliseconds. */
const patience = 10_000

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
  const worker = await startWork({
    config,
    database,
    ownerUrl,
    log,
    keys,
    publicUrl: publicUrlOf(config),
  })
  life.onClose(
    'the worker',
    async (hurry) => void (await within(hurry ? 0 : patience, worker.stop())),
  )
  log.info('The worker is waiting for jobs.')
})
