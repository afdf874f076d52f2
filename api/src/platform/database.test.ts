import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../test/database.ts'
import { Database, type Db, prepared, preparedLast, type Tx } from './database.ts'
import { newId } from './ids.ts'
import { deriveKeys } from './keys.ts'
import { Sealing } from './sealing.ts'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }
const sealing = new Sealing(deriveKeys(['rahasia']).storedText)

const a = newId()
const b = newId()
/** What a login may be shown: either office alone, or both as a manager of the first. */
const sights = [[a], [b], [a, b], [b, a]] as const
const usersOfEach = 3

let clone: TestDatabase
let owner: pg.Pool
beforeAll(async () => {
  clone = await cloneDatabase()
  owner = new pg.Pool({ connectionString: clone.url, max: 1, options: '-c app.actor=system:' })
  owner.on('error', () => {})
  for (const office of [a, b]) {
    await owner.query(`insert into offices (id, name, time_zone) values ($1, 'Kantor', 'UTC')`, [
      office,
    ])
    await owner.query(
      `insert into users (office_id, name, email, role)
       select $1::uuid, 'Orang', n || '@' || $1::uuid || '.example', 'officer' from generate_series(1, $2) n`,
      [office, usersOfEach],
    )
  }
})
afterAll(async () => {
  await owner.end()
  await clone.drop()
})

/** A fixed sequence of numbers from 0 to 1 (mulberry32), so that a failing run can be had again. */
function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const everyUser = { name: 'every_user', text: 'select office_id as office from users' }

/** Asks for every user there is and says what was seen beyond, or is missing of, the wanted offices. */
async function probe(db: Db, wanted: readonly string[]): Promise<string | undefined> {
  const rows = await prepared<{ office: string }>(db, everyUser, [])
  const foreign = rows.filter(({ office }) => !wanted.includes(office)).length
  if (foreign > 0) return `${foreign} foreign rows`
  return rows.length === wanted.length * usersOfEach ? undefined : `only ${rows.length} rows`
}

class Thrown extends Error {}

const mishaps = {
  none: async () => {},
  'an SQL error': (db: Db) => db.$client.query('select 1 / 0'),
  'a throw': async () => {
    throw new Thrown()
  },
  'a killed backend': async (db: Db) => {
    const { rows } = await db.$client.query('select pg_backend_pid() as pid')
    await owner.query('select pg_terminate_backend($1)', [rows[0].pid])
    await db.$client.query('select 1')
  },
  'a switch within the transaction, then a throw': async (db: Db) => {
    await db.$client.query(`select set_config('app.offices', $1, true)`, [`${a},${b}`])
    throw new Thrown()
  },
} as const
type Mishap = keyof typeof mishaps

const weights: [Mishap, number][] = [
  ['a killed backend', 0.005],
  ['an SQL error', 0.1],
  ['a throw', 0.2],
  ['a switch within the transaction, then a throw', 0.25],
  ['none', 1],
]

/** Writes as an actor of `own`: whatever is not of that office must stay untouched. */
async function writeProbe(tx: Tx, own: string): Promise<string | undefined> {
  const { rowCount } = await tx.$client.query(
    `update users set name = 'Orang' where office_id <> $1`,
    [own],
  )
  return rowCount === 0 ? undefined : `${rowCount} foreign rows written`
}

test('no read or write meets another office, whatever goes wrong on its connection', async () => {
  const database = new Database({ ownerUrl: clone.url, poolSize: 2, sealing, log: quiet })
  const random = sequence(20_251_029)
  let failedSettings = 0
  // The setting itself fails now and then, as it does when the server is short of something.
  database.pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown
    const failing = (...given: unknown[]): unknown => {
      const isSetting = (given[0] as { name?: string } | undefined)?.name === 'set_offices'
      if (!isSetting || random() > 0.02) return query(...given)
      failedSettings += 1
      return query('select 1 / 0')
    }
    Object.assign(client, { query: failing })
  })
  const met: string[] = []
  const happened = new Map<string, number>()
  const count = (what: string) => happened.set(what, (happened.get(what) ?? 0) + 1)

  async function once(): Promise<void> {
    const sight = sights[Math.floor(random() * sights.length)] ?? [a]
    const chance = random()
    const [mishap] = weights.find(([, limit]) => chance < limit) ?? (['none', 1] as const)
    const writes = mishap.startsWith('a switch') || random() < 0.3
    const work = async (db: Db) => {
      for (const found of [
        await probe(db, sight),
        writes && (await writeProbe(db as Tx, sight[0])),
      ]) {
        if (found) met.push(`${found} (${mishap}, ${writes ? 'writing' : 'reading'})`)
      }
      await mishaps[mishap](db)
    }
    try {
      await (writes ? database.write(sight, 'system:', work) : database.read(sight, work))
      count('went well')
    } catch {
      count(mishap)
    }
  }

  let left = 6_000
  const lane = async (): Promise<void> => {
    while (left-- > 0) await once()
  }
  await Promise.all(Array.from({ length: 12 }, lane))
  await database.close()

  expect(met).toEqual([])
  // all of it did happen
  expect(happened.get('went well')).toBeGreaterThan(3_000)
  for (const [mishap] of weights.slice(0, -1)) expect(happened.get(mishap)).toBeGreaterThan(5)
  expect(failedSettings).toBeGreaterThan(20)
})

test('the probe does notice a context that somebody left on the connection', async () => {
  const database = new Database({ ownerUrl: clone.url, poolSize: 1, sealing, log: quiet })
  try {
    await database.read([a], (db) =>
      db.$client.query(`select set_config('app.offices', $1, false)`, [b]),
    )
    expect(await database.read([a], (db) => probe(db, [a]))).toBe(`${usersOfEach} foreign rows`)
  } finally {
    await database.close()
  }
})

test('without an office nothing is seen', async () => {
  const database = new Database({ ownerUrl: clone.url, poolSize: 1, sealing, log: quiet })
  try {
    await database.read([a, b], (db) => probe(db, [a, b]))
    expect(await database.lookup((db) => probe(db, []))).toBeUndefined()
  } finally {
    await database.close()
  }
})

test('two statements of one name are two statements', async () => {
  const database = new Database({ ownerUrl: clone.url, poolSize: 1, sealing, log: quiet })
  for (const n of [1, 2, 1]) {
    const [row] = await database.lookup((db) =>
      prepared<{ n: number }>(db, { name: 'same_name', text: `select ${n} as n` }, []),
    )
    expect(row?.n).toBe(n)
  }
  await database.close()
})

describe('a transaction', () => {
  let database: Database
  beforeAll(() => {
    database = new Database({ ownerUrl: clone.url, poolSize: 1, sealing, log: quiet })
  })
  afterAll(() => database.close())

  const rename = {
    name: 'rename',
    text: `update users set name = $1 where email = '1@' || office_id || '.example' returning name`,
  }
  const nameNow = async (): Promise<string> => {
    const { rows } = await owner.query(
      `select name from users where email = '1@' || $1 || '.example'`,
      [a],
    )
    return rows[0].name
  }

  test('that ends with its last statement is committed when that is answered', async () => {
    await database.write([a], 'system:', async (tx) => {
      expect(await preparedLast(tx, rename, ['Terakhir'])).toEqual([{ name: 'Terakhir' }])
      expect(await nameNow()).toBe('Terakhir')
      // nothing can follow it: the actor went with the transaction
      await expect(prepared(tx, rename, ['Terlambat'])).rejects.toThrow('without an actor')
    })
    expect(await nameNow()).toBe('Terakhir')
  })

  test('whose last statement fails leaves nothing behind', async () => {
    const writing = database.write([a], 'system:', async (tx) => {
      await prepared(tx, rename, ['Setengah'])
      await preparedLast(tx, { name: 'broken', text: 'select 1 / $1::int' }, [0])
    })
    await expect(writing).rejects.toThrow('division by zero')
    expect(await nameNow()).toBe('Terakhir')
  })

  test('in which a failed statement was overlooked is no success', async () => {
    const writing = database.write([a], 'system:', async (tx) => {
      await prepared(tx, rename, ['Ditelan'])
      await tx.$client.query('select 1 / 0').catch(() => {})
    })
    await expect(writing).rejects.toThrow('one of its statements failed')
    expect(await nameNow()).toBe('Terakhir')
  })

  test('without any statement leaves the connection free', async () => {
    await database.write([a], 'system:', async () => {})
    expect(await database.read([a], async (db) => db.$client.getTransactionStatus())).toBe('I')
  })
})
