import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type EmbeddedPostgres, startEmbedded } from '../src/embedded/start-embedded.ts'
import { readConfig } from '../src/platform/config.ts'
import { Database } from '../src/platform/database.ts'
import { answerToDatabaseError } from '../src/platform/database-errors.ts'
import { inspectDatabaseServer } from '../src/platform/database-server.ts'
import { newId } from '../src/platform/ids.ts'
import { deriveKeys } from '../src/platform/keys.ts'
import { migrate } from '../src/platform/migrate.ts'
import { Sealing } from '../src/platform/sealing.ts'
import { pgbouncerPath, startPgbouncer } from './pgbouncer.ts'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }
const sealing = new Sealing(deriveKeys(['rahasia']).storedText)
const [own, foreign] = [newId(), newId()]

// A cluster of its own, since roles are shared by all its databases.
const dataDir = join(tmpdir(), `ngopi-connections-${randomBytes(6).toString('hex')}`)
let postgres: EmbeddedPostgres
/** A superuser's connection to the database, as an attacker of the set-up has it. */
let superuser: pg.Client
/** The same database by its owner, who is no superuser. */
let ownerUrl: string

beforeAll(async () => {
  postgres = await startEmbedded({ dataDir, durable: false, log: quiet })
  const first = new pg.Client({ connectionString: postgres.url })
  await first.connect()
  await first.query(`create role press_owner login createrole password 'rahasia'`)
  await first.query('create database press owner press_owner')
  await first.end()
  const url = new URL(postgres.url)
  url.pathname = '/press'
  superuser = new pg.Client({ connectionString: url.href })
  await superuser.connect()
  url.username = 'press_owner'
  url.password = 'rahasia'
  ownerUrl = url.href
  await migrate(ownerUrl, { log: quiet })
  await superuser.query(`set app.actor = 'system:'`)
  for (const office of [own, foreign]) {
    await superuser.query(
      `insert into offices (id, name, time_zone) values ($1, 'Kantor', 'UTC')`,
      [office],
    )
    await superuser.query(
      `insert into users (office_id, name, email, role) values ($1::uuid, 'Orang', $1::uuid || '@uji.example', 'officer')`,
      [office],
    )
  }
})

afterAll(async () => {
  await superuser?.end()
  await postgres?.stop(true)
  await rm(dataDir, { recursive: true, force: true })
})

function open(url: string): Database {
  const database = new Database({ ownerUrl: url, poolSize: 2, sealing, log: quiet })
  onTestFinished(() => database.close())
  return database
}

/** What a serving connection sees of the users, who it is, and how long a statement may take. */
const officesSeen = (database: Database) =>
  database.read([own], async ({ $client }) => {
    const { rows } = await $client.query(
      `select current_user as role, current_setting('statement_timeout') as timeout, current_setting('TimeZone') as zone,
              (select array_agg(office_id) from users) as offices`,
    )
    return rows[0]
  })
const asPromised = { role: 'ngopi_app', timeout: '5s', zone: 'UTC', offices: [own] }

const withQuery = (url: string, query: Record<string, string>): string => {
  const changed = new URL(url)
  for (const [name, value] of Object.entries(query)) changed.searchParams.set(name, value)
  return changed.href
}

describe('whatever the connection URL says', () => {
  const sayings: Record<string, string>[] = [
    { options: '-c search_path=public' },
    { options: '-c role=press_owner -c statement_timeout=0 -c timezone=Asia/Tokyo' },
    { statement_timeout: '0', lock_timeout: '0' },
    { role: 'press_owner', search_path: 'pg_catalog' },
  ]
  test.each(sayings)(
    '%o: it serves as ngopi_app, with the settings of the server',
    async (saying) => {
      for (const url of [ownerUrl, superuserUrl()])
        expect(await officesSeen(open(withQuery(url, saying)))).toEqual(asPromised)
    },
  )

  test('the environment of the driver does not win either', async () => {
    process.env.PGOPTIONS = '-c role=press_owner -c statement_timeout=0'
    onTestFinished(() => void delete process.env.PGOPTIONS)
    expect(await officesSeen(open(ownerUrl))).toEqual(asPromised)
  })

  test('settings of the session are left out of it, the way to the server is not', () => {
    const { databaseUrl } = readConfig({
      DATABASE_URL:
        'postgres://u:p%40@db.example:6432/ngopi?sslmode=require&options=-c%20role%3Du&role=u&statement_timeout=0&application_name=x',
    })
    expect(databaseUrl).toBe(
      'postgres://u:p%40@db.example:6432/ngopi?sslmode=require&application_name=x',
    )
  })
})

function superuserUrl(): string {
  const url = new URL(postgres.url)
  url.pathname = '/press'
  return url.href
}

describe('a connection under which row security would not hold', () => {
  test.each([
    ['alter role ngopi_app superuser', 'alter role ngopi_app nosuperuser', 'is a superuser'],
    ['alter role ngopi_app bypassrls', 'alter role ngopi_app nobypassrls', 'bypasses row security'],
    ['alter role ngopi_app createrole', 'alter role ngopi_app nocreaterole', 'other roles'],
    [
      'grant ngopi_lookup to ngopi_app',
      'revoke ngopi_lookup from ngopi_app',
      'member of ngopi_lookup',
    ],
    [
      'grant pg_read_all_data to ngopi_app',
      'revoke pg_read_all_data from ngopi_app',
      'member of pg_read',
    ],
    [
      'create table loot (n int); alter table loot owner to ngopi_app',
      'drop table loot',
      'owns table loot',
    ],
    [
      'alter database press set session_replication_role to replica',
      'alter database press reset session_replication_role',
      'session_replication_role is replica',
    ],
  ])('never serves: %s', async (damage, repair, reason) => {
    await superuser.query(damage)
    try {
      const refused = await officesSeen(open(ownerUrl)).catch((error: unknown) => error)
      expect(String(refused)).toContain(reason)
      expect(answerToDatabaseError(refused)).toMatchObject({
        code: 'unavailable',
        details: { retryAfter: 2 },
      })
      await expect(open(ownerUrl).openClient()).rejects.toThrow(reason)
    } finally {
      await superuser.query(repair)
    }
    expect(await officesSeen(open(ownerUrl))).toEqual(asPromised)
  })

  test('serves again when it is mended, in the same process', async () => {
    const database = open(ownerUrl)
    await superuser.query('alter role ngopi_app bypassrls')
    await expect(officesSeen(database)).rejects.toThrow('bypasses row security')
    await superuser.query('alter role ngopi_app nobypassrls')
    expect(await officesSeen(database)).toEqual(asPromised)
  })

  test('what lasts longer than a request serves as ngopi_app too', async () => {
    const client = await open(ownerUrl).openClient()
    onTestFinished(() => client.end())
    expect((await client.query('select current_user as role')).rows).toEqual([
      { role: 'ngopi_app' },
    ])
  })

  test('the owner reads nothing by membership of the role that finds offices', async () => {
    const owner = new pg.Client({ connectionString: ownerUrl })
    await owner.connect()
    onTestFinished(() => owner.end())
    const { rows } = await owner.query(`select count(*)::int as users from users`)
    expect(rows).toEqual([{ users: 0 }])
    // and can nevertheless bring the database up to date again
    await migrate(ownerUrl, { log: quiet })
    expect((await owner.query(`select count(*)::int as users from users`)).rows).toEqual(rows)
  })
})

if (pgbouncerPath === undefined)
  console.warn('PgBouncer is not installed: the tests behind PgBouncer were not run.')
else
  describe('behind PgBouncer', () => {
    const behind = async (...[settings]: [Parameters<typeof startPgbouncer>[1]]) => {
      const pooler = await startPgbouncer(ownerUrl, settings)
      onTestFinished(() => pooler.stop())
      return pooler.url
    }

    test.each<Record<string, string>>([{}, { ignore_startup_parameters: 'options' }])(
      'in session mode everything works (%o)',
      async (more) => {
        const url = await behind({ pool_mode: 'session', ...more })
        await inspectDatabaseServer(url)
        await migrate(url, { log: quiet })
        const database = open(url)
        expect(await Promise.all([officesSeen(database), officesSeen(database)])).toEqual([
          asPromised,
          asPromised,
        ])
        const listener = await database.openClient()
        const heard = new Promise((resolve) => listener.once('notification', resolve))
        await listener.query('listen news')
        await superuser.query(`notify news, 'baru'`)
        expect(await heard).toMatchObject({ payload: 'baru' })
        await listener.end()
      },
    )

    test.each(['transaction', 'statement'] as const)(
      'in %s mode it is refused by name, at the start and by every connection',
      async (pool_mode) => {
        for (const server_round_robin of [0, 1]) {
          const url = await behind({
            pool_mode,
            ignore_startup_parameters: 'options',
            server_round_robin,
          })
          await expect(inspectDatabaseServer(url)).rejects.toThrow(
            /PgBouncer with pool_mode = transaction/,
          )
          const database = open(url)
          const refused = await officesSeen(database).catch((error: unknown) => error)
          expect(String(refused)).toMatch(/PgBouncer/)
          expect(answerToDatabaseError(refused)?.code).toBe('unavailable')
        }
      },
    )
  })
