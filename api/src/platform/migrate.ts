import { fileURLToPath } from 'node:url'
import { Logger, runMigrations as runQueueMigrations } from 'graphile-worker'
import { PG_MIGRATE_LOCK_ID, runner } from 'node-pg-migrate'
import { Client } from 'pg'
import { consoleLog, type Log } from './log.ts'

/** The repository's migrations: plain SQL, forward only, one change per file. */
export const migrationsDir = fileURLToPath(new URL('../../../migrations', import.meta.url))

/**
 * Brings the database up to date: the queue's own tables first, since ours call its functions, then `migrations/*.sql`
 * in order, each in one transaction. Safe to call from several processes at once: the others wait.
 * Rejects when a file fails (it leaves nothing) or when files were run in another order than they lie there.
 */
export async function migrate(
  ownerUrl: string,
  options: { dir?: string; log?: Log } = {},
): Promise<void> {
  const { dir = migrationsDir, log = consoleLog } = options
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    // the runner's own lock, taken here so that it also covers the queue's tables; the runner can then do without
    await client.query('SELECT pg_advisory_lock($1)', [PG_MIGRATE_LOCK_ID])
    await runQueueMigrations({ connectionString: ownerUrl, logger: troubleOnly(log) })
    await runner({
      dbClient: client,
      dir,
      direction: 'up',
      migrationsTable: 'migrations',
      // one transaction per file: a long list does not hold every lock at once
      singleTransaction: false,
      checkOrder: true,
      noLock: true,
      logger: {
        info: () => undefined,
        warn: (text) => log.warn(text),
        error: (text) => log.error(text),
      },
    })
  } finally {
    // ends the lock, and the transaction of a file that failed
    await client.end()
  }
}

const troubleOnly = (log: Log): Logger =>
  new Logger(() => (level, message) => {
    if (level === 'error') log.error(message)
    if (level === 'warning') log.warn(message)
  })
