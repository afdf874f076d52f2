import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { emptyDatabase, type TestDatabase } from '../../test/database.ts'
import { migrate } from './migrate.ts'

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

let dir: string
let database: TestDatabase
let client: Client

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ngopi-migrations-'))
  database = await emptyDatabase()
  client = new Client({ connectionString: database.url })
  await client.connect()
})

afterEach(async () => {
  await client.end()
  await database.drop()
  await rm(dir, { recursive: true })
})

const write = (name: string, sql: string) => writeFile(join(dir, name), sql)
const run = () => migrate(database.url, { dir, log: quiet })
const namesRun = async () =>
  (await client.query('SELECT name FROM migrations ORDER BY id')).rows.map((row) => row.name)
const has = async (relation: string) =>
  (await client.query('SELECT to_regclass($1) AS found', [relation])).rows[0].found !== null

test('the queue and every file, in order, once', async () => {
  await write(
    '20260102000000_rows.sql',
    "INSERT INTO a VALUES (1); SELECT graphile_worker.add_job('x');",
  )
  await write('20260101000000_table.sql', 'CREATE TABLE a (n int);')
  await run()
  await run()
  expect(await namesRun()).toEqual(['20260101000000_table', '20260102000000_rows'])
  expect((await client.query('SELECT n FROM a')).rows).toEqual([{ n: 1 }])
})

test('a file that fails halfway leaves nothing of itself, and the earlier ones stay', async () => {
  await write('20260101000000_good.sql', 'CREATE TABLE good (n int);')
  await write(
    '20260102000000_bad.sql',
    'CREATE TABLE bad (n int); INSERT INTO bad VALUES (1); SELECT 1/0;',
  )
  await expect(run()).rejects.toThrow(
    'The migration 20260102000000_bad.sql failed and left nothing behind: division by zero (SQLSTATE 22012).',
  )
  expect(await has('good')).toBe(true)
  expect(await has('bad')).toBe(false)
  expect(await namesRun()).toEqual(['20260101000000_good'])
  await write('20260102000000_bad.sql', 'CREATE TABLE bad (n int);')
  await run()
  expect(await has('bad')).toBe(true)
})

test('a file that slipped in before one already run is refused', async () => {
  await write('20260102000000_second.sql', 'CREATE TABLE second (n int);')
  await run()
  await write('20260101000000_late.sql', 'CREATE TABLE late (n int);')
  await expect(run()).rejects.toThrow('20260101000000_late')
  expect(await has('late')).toBe(false)
})

test('simultaneous starts wait for one another', async () => {
  await write('20260101000000_slow.sql', 'CREATE TABLE slow (n int); SELECT pg_sleep(0.2);')
  await Promise.all([run(), run(), run(), run()])
  expect(await namesRun()).toEqual(['20260101000000_slow'])
})
