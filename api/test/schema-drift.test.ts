import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cloneDatabase } from './database.ts'

const source = join(import.meta.dirname, '../src')

/** Every drizzle table of the source tree. */
async function declaredTables(): Promise<PgTable[]> {
  const files = (await readdir(source, { recursive: true })).filter((file) =>
    /(^|\/)([a-z-]+-)?tables\.ts$|platform\/mail\.ts$/.test(file),
  )
  const modules = await Promise.all(
    files.map(
      (file) => import(pathToFileURL(join(source, file)).href) as Promise<Record<string, unknown>>,
    ),
  )
  return modules
    .flatMap((module) => Object.values(module))
    .filter((value): value is PgTable => is(value, PgTable))
}

let owner: pg.Client
let drop: () => Promise<void>

beforeAll(async () => {
  const clone = await cloneDatabase()
  drop = clone.drop
  owner = new pg.Client({ connectionString: clone.url })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await drop()
})

describe('drizzle tables', () => {
  it('name columns that the migrated database has, with the same type and nullability', async () => {
    const tables = await declaredTables()
    expect(tables.length).toBeGreaterThan(12)
    for (const table of tables) {
      const { name, columns } = getTableConfig(table)
      const { rows } = await owner.query<{ name: string; type: string; required: boolean }>(
        `select attname as name, format_type(atttypid, null) as type, attnotnull as required
           from pg_attribute where attrelid = to_regclass($1) and attnum > 0 and not attisdropped`,
        [name],
      )
      const real = new Map(rows.map((row) => [row.name, row]))
      for (const column of columns) {
        const inDatabase = real.get(column.name)
        expect(inDatabase, `${name}.${column.name} exists`).toBeDefined()
        const declared = column.getSQLType().replace(/\(.*\)/, '')
        const types: Record<string, string> = { time: 'time without time zone' }
        expect(inDatabase?.type, `type of ${name}.${column.name}`).toBe(types[declared] ?? declared)
        expect(inDatabase?.required, `${name}.${column.name} not null`).toBe(column.notNull)
      }
    }
  })

  it('exist for every table of the database that requests use', async () => {
    const declared = (await declaredTables()).map((table) => getTableConfig(table).name)
    const { rows } = await owner.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
         and relname not in ('migrations', 'rate_counters', 'idempotency_keys')`,
    )
    for (const { name } of rows) expect(declared, name).toContain(name)
  })
})
