import pg from 'pg'
import { UnsafeConnection } from './serving-connection.ts'

/** In which order two connections ask who serves them; a pooler that hands out its servers in turn is found too. */
const order = [0, 0, 1, 0, 1, 1, 0, 1] as const

/**
 * Throws an UnsafeConnection where two connections do not have a server process each, for as long as they last. So it
 * is behind a pooler that lends one for a transaction or a statement: role, offices in sight, locks and
 * announcements live on the connection, and would be somebody else's a moment later.
 */
export async function refuseTransactionPooling(ownerUrl: string): Promise<void> {
  const clients = [0, 1].map(
    () =>
      new pg.Client({
        connectionString: ownerUrl,
        connectionTimeoutMillis: 5_000,
        query_timeout: 5_000,
      }),
  )
  const served: Set<number>[] = [new Set(), new Set()]
  for (const client of clients) client.on('error', () => {})
  try {
    for (const client of clients) await client.connect()
    for (const which of order) {
      const answer = await clients[which]?.query<{ pid: number }>('select pg_backend_pid() as pid')
      served[which]?.add(answer?.rows[0]?.pid ?? 0)
    }
  } finally {
    for (const client of clients) await client.end().catch(() => {})
  }
  // One for each asker, and not the same one.
  if (
    served.every(({ size }) => size === 1) &&
    new Set(served.flatMap((pids) => [...pids])).size === 2
  )
    return
  throw new UnsafeConnection(
    'DATABASE_URL leads to a pooler that lends connections for one transaction (PgBouncer with pool_mode = transaction\n' +
      'or statement). Ngopi needs a connection of its own for as long as it is open: set pool_mode = session for this\n' +
      'database, or give the address of PostgreSQL itself.',
  )
}
