import pg from 'pg'
import { databaseFailure } from './database-errors.ts'
import { refuseTransactionPooling } from './pooler-mode.ts'
import { StartError } from './start-error.ts'

/** The first version that has everything the migrations use, such as uuidv7(). */
const oldestMajor = 18

/** What a failed connection is a matter of, by SQLSTATE or by the system's code; never with the URL, which holds a password. */
const reasons: Record<string, string> = {
  ECONNREFUSED: 'nothing listens at that address',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the host cannot be looked up at present',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the host cannot be reached',
  ETIMEDOUT: 'the host does not answer',
  ECONNRESET: 'the connection was cut',
  '28P01': 'user or password is wrong',
  '28000': 'the server refuses this user from here',
  '3D000': 'there is no such database',
  '57P03': 'the server is still starting or already stopping; try again in a moment',
  '53300': 'the server has no connection left',
}

function unreachable(error: unknown): StartError {
  const { code = '', message } = databaseFailure(error) ?? { message: String(error) }
  const reason = reasons[code] ?? (/timeout/.test(message) ? 'the host does not answer' : message)
  return new StartError(`DATABASE_URL leads to no database that can be used: ${reason}.`)
}

/**
 * Looks at the server of DATABASE_URL before anything is done to it. Throws a StartError that says what is to be
 * mended when it cannot be reached, is too old, or stands behind a pooler that would mix up whom a connection serves.
 */
export async function inspectDatabaseServer(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string; major: number }>(
      `select current_setting('server_version') as version,
              current_setting('server_version_num')::int / 10000 as major`,
    )
    const [server] = rows
    if (server && server.major < oldestMajor)
      throw new StartError(
        `DATABASE_URL leads to PostgreSQL ${server.version}; Ngopi needs ${oldestMajor} or newer.`,
      )
    await refuseTransactionPooling(databaseUrl)
  } catch (error) {
    throw error instanceof StartError ? error : unreachable(error)
  } finally {
    await client.end().catch(() => {})
  }
}
