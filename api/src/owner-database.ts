import { startEmbedded } from './embedded/start-embedded.ts'
import type { Config } from './platform/config.ts'
import { inspectDatabaseServer } from './platform/database-server.ts'
import type { Lifecycle } from './platform/lifecycle.ts'
import type { Log } from './platform/log.ts'

/**
 * The owner's connection URL: DATABASE_URL, else that of the embedded PostgreSQL, which is started and stops with
 * this program. Throws a StartError when the database of DATABASE_URL cannot be used.
 */
export async function openOwnerUrl(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  life: Lifecycle,
  log: Log,
): Promise<string> {
  // The driver would send it along with every connection, the owner's too.
  delete process.env.PGOPTIONS
  if (config.databaseUrl !== undefined) {
    await inspectDatabaseServer(config.databaseUrl)
    return config.databaseUrl
  }
  const postgres = await startEmbedded({ dataDir: config.dataDir, durable: true, log })
  life.onClose('PostgreSQL', (hurry) => postgres.stop(hurry))
  return postgres.url
}
