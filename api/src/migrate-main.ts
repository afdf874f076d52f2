import { openOwnerUrl } from './owner-database.ts'
import { readConfig } from './platform/config.ts'
import { runUntilSignalled } from './platform/lifecycle.ts'
import { consoleLog as log } from './platform/log.ts'
import { migrate } from './platform/migrate.ts'

runUntilSignalled(log, async (life) => {
  const ownerUrl = await openOwnerUrl(readConfig(process.env), life, log)
  await migrate(ownerUrl, { log })
  log.info('The database is up to date.')
  life.shutDown(0)
})
