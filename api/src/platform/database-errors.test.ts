import type pg from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { cloneDatabase } from '../../test/database.ts'
import { Database } from './database.ts'
import { answerToDatabaseError } from './database-errors.ts'
import { deriveKeys } from './keys.ts'
import { Sealing } from './sealing.ts'

const coded = (code: string) => Object.assign(new Error('of the server'), { code })

describe('a database that is away answers 503 and says when to try again', () => {
  test.each([
    ...[
      '08006',
      '28P01',
      '3D000',
      '53100',
      '53200',
      '53300',
      '55P03',
      '57014',
      '57P01',
      '57P02',
      '57P03',
    ],
    ...[
      '58030',
      '25P03',
      '25006',
      'ECONNREFUSED',
      'ECONNRESET',
      'EPIPE',
      'ENOTFOUND',
      'EHOSTUNREACH',
    ],
  ])('%s', (code) => {
    expect(answerToDatabaseError(coded(code))).toMatchObject({
      code: 'unavailable',
      details: { retryAfter: 2 },
    })
  })

  test.each([
    'Client has encountered a connection error and is not queryable',
    'Client was closed and is not queryable',
    'Connection terminated unexpectedly',
    'timeout exceeded when trying to connect',
    'Query read timeout',
    'Cannot use a pool after calling end on the pool',
  ])('%s', (message) => {
    // also below what the query builder says of it
    const wrapped = new Error('Failed query', { cause: new Error(message) })
    expect(answerToDatabaseError(wrapped)?.code).toBe('unavailable')
  })

  test('a fault of ours does not', () => {
    expect(answerToDatabaseError(coded('42703'))).toBeUndefined()
    expect(answerToDatabaseError(new TypeError('x is not a function'))).toBeUndefined()
  })
})

describe('trouble of the database is in the log, whoever asked', () => {
  const open = async () => {
    const clone = await cloneDatabase()
    const logged: string[] = []
    const error = (message: string) => void logged.push(message)
    const database = new Database({
      ownerUrl: clone.url,
      poolSize: 1,
      sealing: new Sealing(deriveKeys(['rahasia']).storedText),
      log: { info: () => {}, warn: () => {}, error },
    })
    onTestFinished(async () => {
      await database.close()
      await clone.drop()
    })
    return { database, told: logged, ownerUrl: clone.url }
  }

  test('a statement that takes too long, and a full disk: once with the reason', async () => {
    const { database, told: logged } = await open()
    // It computes: one that sleeps is not always woken where the clock is moved.
    const slow = `set local statement_timeout to 10; select count(*) from generate_series(1, 30000000)`
    const full = `do $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`
    for (const statement of [slow, full, slow, full])
      await expect(
        database.write([], 'system:', (tx) => tx.$client.query(statement)),
      ).rejects.toThrow()
    await expect(database.read([], (db) => db.$client.query(full))).rejects.toThrow()
    expect(logged).toEqual([
      'The database could not answer: canceling statement due to statement timeout (57014)',
      'The database could not answer: could not extend file (53100)',
    ])
  })

  test('what fails by our own fault is not among it', async () => {
    const { database, told: logged } = await open()
    await expect(database.read([], (db) => db.$client.query('select 1/0'))).rejects.toThrow()
    expect(logged).toEqual([])
  })

  test('after the end nobody hears of the pool, and a connection still lent is waited for only a moment', async () => {
    const { database, told: logged } = await open()
    let finish = () => {}
    const reading = database.read(
      [],
      () =>
        new Promise<void>((resolve) => {
          finish = resolve
        }),
    )
    await expect.poll(() => database.pool.totalCount - database.pool.idleCount).toBe(1)
    await database.close()
    const late = await database.read([], async () => {}).catch((error: unknown) => error)
    expect(String(late)).not.toContain('pool')
    expect(answerToDatabaseError(late)?.code).toBe('unavailable')
    expect(logged).toEqual([])
    await database.close()
    finish()
    await reading
  })

  test('work that nobody waits for has its time, and leaves the connection as it was', async () => {
    const { database } = await open()
    const timeout = async (db: { $client: pg.PoolClient }) =>
      (await db.$client.query('show statement_timeout')).rows[0].statement_timeout
    expect(await database.unhurried([], timeout)).toBe('10min')
    expect(await database.lookup(timeout)).toBe('5s')
  })
})
