import type { Config } from './config.ts'
import { startEmbedded } from './embedded/start-embedded.ts'
import type { Lifecycle } from './lifecycle.ts'
import type { Log } from './log.ts'

/**
 * The owner's connection URL: DATABASE_URL, else that of the embedded PostgreSQL, which is started and stops with
 * this program. When it ends by itself the program ends too, with status 1.
 */
export async function openOwnerUrl(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  life: Lifecycle,
  log: Log,
): Promise<string> {
  if (config.databaseUrl !== undefined) return config.databaseUrl
  const postgres = await startEmbedded({ dataDir: config.dataDir, durable: true, log })
  let stopping = false
  life.onClose('PostgreSQL', (hurry) => {
    stopping = true
    return postgres.stop(hurry)
  })
  void postgres.ended.then(() => {
    if (stopping) return
    log.error('PostgreSQL ended unexpectedly.')
    life.shutDown(1)
  })
  return postgres.url
}
