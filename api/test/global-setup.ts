import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { type EmbeddedPostgres, startEmbedded } from '../src/embedded/start-embedded.ts'
import { consoleLog } from '../src/platform/log.ts'
import { migrate } from '../src/platform/migrate.ts'

const template = 'ngopi_template'

/** What tests provoke on purpose (a violated constraint, a killed backend) is no news; trouble of PostgreSQL itself is. */
const log = {
  ...consoleLog,
  warn: (message: string) =>
    / (FATAL|PANIC): (?!terminating connection)/.test(message)
      ? consoleLog.warn(message)
      : undefined,
}

/** Starts one throw-away PostgreSQL for the whole run and migrates the database that each test file clones. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  // not mkdtemp: the embedded server opens a folder that it makes itself to the user PostgreSQL runs as
  const dataDir = join(tmpdir(), `ngopi-test-${randomBytes(6).toString('hex')}`)
  let postgres: EmbeddedPostgres | undefined
  const teardown = async (): Promise<void> => {
    await postgres?.stop(true)
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    postgres = await startEmbedded({ dataDir, durable: false, log })
    const url = new URL(postgres.url)
    url.pathname = `/${template}`
    await withClient(postgres.url, (client) => client.query(`CREATE DATABASE ${template}`))
    await migrate(url.href, { log })
    // a connection to the template would keep it from being cloned
    await withClient(postgres.url, (client) =>
      client.query(`ALTER DATABASE ${template} ALLOW_CONNECTIONS false`),
    )
  } catch (error) {
    await teardown()
    throw error
  }
  project.provide('postgres', { url: postgres.url, template })
  return teardown
}

async function withClient(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
