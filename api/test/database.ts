import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** Owner connection to the run's PostgreSQL, and the migrated database to clone. */
    postgres: { url: string; template: string }
  }
}

export interface TestDatabase {
  /** Owner connection URL of a database of its own, migrated and empty. */
  url: string
  /** Removes it; connections still open are ended. */
  drop(): Promise<void>
}

/** Clones a template, the migrated and empty one unless another is named, for one test file (about 0.1 s). */
export function cloneDatabase(template = inject('postgres').template): Promise<TestDatabase> {
  return createFrom(template)
}

/**
 * Sees to it that the run's PostgreSQL has a template of this name: whoever comes first fills a migrated database,
 * everybody else waits for it. A filling that failed leaves nothing behind.
 */
export async function ensureTemplate(
  name: string,
  fill: (url: string) => Promise<void>,
): Promise<void> {
  const { url: serverUrl, template } = inject('postgres')
  const client = new Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [name])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount) return
    const filling = `${name}_filling`
    await client.query(`DROP DATABASE IF EXISTS ${filling} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${filling} TEMPLATE ${template} STRATEGY file_copy`)
    const url = new URL(serverUrl)
    url.pathname = `/${filling}`
    await fill(url.href)
    await client.query(`ALTER DATABASE ${filling} RENAME TO ${name}`)
  } finally {
    await client.end()
  }
}

/** A database without the schema, for tests of migrating itself. */
export function emptyDatabase(): Promise<TestDatabase> {
  return createFrom('template0')
}

async function createFrom(template: string): Promise<TestDatabase> {
  const { url: serverUrl } = inject('postgres')
  const name = `test_${randomBytes(6).toString('hex')}`
  await onServer(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => drop(serverUrl, name) }
}

/** PostgreSQL waits a moment for connections that are just closing; one ended by force would be an error of its owner. */
const drop = (serverUrl: string, name: string): Promise<void> =>
  onServer(serverUrl, `DROP DATABASE ${name}`).catch(() =>
    onServer(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`),
  )

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
