import { fileURLToPath } from 'node:url'
import { Logger, runMigrations as runQueueMigrations } from 'graphile-worker'
import { PG_MIGRATE_LOCK_ID, runner } from 'node-pg-migrate'
import { Client, type ClientBase } from 'pg'
import { databaseFailure } from './database-errors.ts'
import { consoleLog, type Log } from './log.ts'
import { StartError } from './start-error.ts'

/** The repository's migrations: plain SQL, forward only, one change per file. */
export const migrationsDir = fileURLToPath(new URL('../../../migrations', import.meta.url))

/**
 * Brings the database up to date: the queue's own tables first, since ours call its functions, then `migrations/*.sql`
 * in order, each in one transaction. Safe to call from several processes at once: the others wait.
 * Rejects with a StartError that names the file when one fails (it leaves nothing), and when files were run in another
 * order than they lie there.
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
    await inheritLookup(client, true)
    let file: string | undefined
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
        info: (text) => {
          file = /^### MIGRATION (\S+) /.exec(text)?.[1] ?? file
        },
        warn: (text) => log.warn(text),
        // what it failed of is in the error below
        error: () => undefined,
      },
    }).catch((error: unknown) => {
      throw file === undefined ? error : failureOf(file, error)
    })
    await inheritLookup(client, false)
  } finally {
    // ends the lock, and the transaction of a file that failed
    await client.end()
  }
}

/**
 * Only to replace functions of `ngopi_lookup` must the owner have its rights; kept, they would let the owner's own
 * connections read past row security. A superuser has them in any case.
 */
const inheritLookup = (client: ClientBase, inherit: boolean) =>
  client.query(`
    DO $$ BEGIN
      IF EXISTS (SELECT FROM pg_roles WHERE rolname = current_user AND NOT rolsuper)
         AND to_regrole('ngopi_lookup') IS NOT NULL THEN
        EXECUTE format('GRANT ngopi_lookup TO %I WITH INHERIT ${inherit ? 'TRUE' : 'FALSE'}', current_user);
      END IF;
    EXCEPTION WHEN insufficient_privilege THEN NULL; -- another role has made the member, and is asked in vain
    END $$`)

function failureOf(file: string, error: unknown): StartError {
  const { code, message } = databaseFailure(error) ?? { message: String(error) }
  return new StartError(
    `The migration ${file}.sql failed and left nothing behind: ${message}${code === undefined ? '' : ` (SQLSTATE ${code})`}.\n` +
      'The ones before it are done. When its cause is mended, start again to go on.',
  )
}

const troubleOnly = (log: Log): Logger =>
  new Logger(() => (level, message) => {
    if (level === 'error') log.error(message)
    if (level === 'warning') log.warn(message)
  })
