import { createHash } from 'node:crypto'
import type { Writable } from 'node:stream'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { isoInstant } from './columns.ts'
import { DatabaseClosed, databaseFailure, isDatabaseAway } from './database-errors.ts'
import { within } from './lifecycle.ts'
import type { Log } from './log.ts'
import { refuseTransactionPooling } from './pooler-mode.ts'
import { RecurringTrouble } from './recurring-trouble.ts'
import type { Sealing } from './sealing.ts'
import { serveAsApp } from './serving-connection.ts'

/** A connection that sees the offices it was opened for. */
export type Db = NodePgDatabase<Record<string, never>> & {
  readonly $client: pg.PoolClient
  /** For text that is not to be read from a dump. */
  readonly $sealing: Sealing
}

declare const writing: unique symbol

/** A connection inside a writing transaction with an actor; every command asks for one. */
export type Tx = Db & { readonly [writing]: true }

declare const whole: unique symbol

/** A transaction that is one command's alone, so the command may say which statement is the last one. */
export type WholeTx = Tx & { readonly [whole]: true }

/** Ids of the offices to see, the own one first; only rows of the first can be written. */
export type Offices = readonly string[]

/** Who writes: stands beside every change in the activity log. */
export type Actor = `user:${string}` | `invitation:${string}` | 'job:' | 'system:'

/** A statement the server plans once for each connection. The name is for people who read its log. */
export interface Statement {
  readonly name: string
  readonly text: string
}

const serverNames = new Map<string, string>()

/** The name a statement has on the server: its own with a digest of the text, so two texts never share one. */
function serverNameOf({ name, text }: Statement): string {
  let known = serverNames.get(text)
  if (!known) {
    known = `${name.slice(0, 40)}_${createHash('sha256').update(text).digest('hex').slice(0, 16)}`
    serverNames.set(text, known)
  }
  return known
}

/** Runs a prepared statement; for the reads that many people wait for. Instants come as ISO strings. */
export async function prepared<Row extends object>(
  db: Db,
  statement: Statement,
  values: readonly unknown[],
): Promise<Row[]> {
  const result = await db.$client.query<Row & pg.QueryResultRow>({
    name: serverNameOf(statement),
    text: statement.text,
    values: values as unknown[],
  })
  return result.rows
}

/**
 * Runs the last statement of a transaction and commits in the same round trip; a failed statement takes everything back.
 * For writes that many wait for, where whatever the rows say nothing more is to be written.
 */
export async function preparedLast<Row extends object>(
  tx: WholeTx,
  statement: Statement,
  values: readonly unknown[],
): Promise<Row[]> {
  const [rows] = await corked(tx.$client, () =>
    Promise.all([prepared<Row>(tx, statement, values), tx.$client.query('commit')]),
  )
  return rows
}

/** Sends what is asked for in `ask` as one packet: waking the server costs more than many a statement. */
function corked<T>(client: pg.PoolClient, ask: () => T): T {
  const { stream } = (client as pg.PoolClient & { connection: { stream: Writable } }).connection
  stream.cork()
  try {
    return ask()
  } finally {
    stream.uncork()
  }
}

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === pg.types.builtins.TIMESTAMPTZ) return isoInstant
    if (oid === pg.types.builtins.DATE) return (day: string) => day
    if (oid === pg.types.builtins.INT8) return Number
    return pg.types.getTypeParser(oid, format as 'text')
  },
}

const setOffices: Statement = {
  name: 'set_offices',
  text: `select set_config('app.offices', $1, false)`,
}

/** How long lent connections are waited for at the end, in milliseconds. */
const goodbye = 500

/** How long making a connection may take, in milliseconds. */
const connectionTimeoutMillis = 5_000

export interface DatabaseOptions {
  /** Connection of the owner; whoever serves steps down to the role `ngopi_app`, which owns nothing, and proves it. */
  ownerUrl: string
  poolSize: number
  sealing: Sealing
  log: Log
}

/**
 * The connections that serve requests, under row-level security.
 *
 * The offices in sight live on the pooled connection and are set again only when it last served
 * others. They are always set outside a transaction, so a rollback cannot bring back an older value,
 * and are forgotten before they are set, so a failure in between leaves the connection unusable.
 */
export class Database {
  readonly pool: pg.Pool
  readonly #ownerUrl: string
  readonly #sealing: Sealing
  readonly #inSight = new WeakMap<pg.PoolClient, string>()
  readonly #drizzled = new WeakMap<pg.PoolClient, Db>()
  readonly #trouble: RecurringTrouble
  #poolingProven: Promise<void> | undefined
  #closed = false

  constructor({ ownerUrl, poolSize, sealing, log }: DatabaseOptions) {
    this.#ownerUrl = ownerUrl
    this.#sealing = sealing
    this.#trouble = new RecurringTrouble(log)
    this.pool = new pg.Pool({
      connectionString: ownerUrl,
      max: poolSize,
      pipeline: true,
      connectionTimeoutMillis,
      idleTimeoutMillis: 30_000,
      types,
      // Awaited before a connection serves for the first time; where it throws, it never does.
      // A pooler accepts a connection before it has one to PostgreSQL for it, so this too has its limit.
      onConnect: async (client) => {
        if (!(await within(connectionTimeoutMillis, this.#prove(client))))
          throw new Error('timeout exceeded when trying to connect')
      },
    })
    this.pool.on('error', (error) => log.warn(`a database connection was lost: ${error.message}`))
    // One that is lost while it serves tells so by the query that fails; unheard, the event would end the process.
    this.pool.on('connect', (client) => client.on('error', () => {}))
  }

  /** Reads with the given offices in sight. Without a transaction: each statement sees its own snapshot. */
  async read<T>(offices: Offices, work: (db: Db) => Promise<T>): Promise<T> {
    const client = await this.#connect(offices)
    try {
      return await work(this.#drizzle(client))
    } catch (error) {
      this.#note(error)
      throw error
    } finally {
      client.release()
    }
  }

  /**
   * Writes in one transaction, as `actor`, into the first of `offices`; a throw leaves nothing behind.
   *
   * The first statement of the work goes out with the `begin`. Should that fail, the work fails at its first statement
   * too: the connection is gone, or the transaction is aborted.
   */
  async write<T>(offices: Offices, actor: Actor, work: (tx: WholeTx) => Promise<T>): Promise<T> {
    const client = await this.#connect(offices)
    let broken: Error | undefined
    try {
      const { begun, working } = corked(client, () => {
        const begun = client.query(`begin; set local app.actor = ${client.escapeLiteral(actor)}`)
        begun.catch(() => {}) // awaited below, after the work
        return { begun, working: work(this.#drizzle(client) as WholeTx) }
      })
      const result = await working
      await begun
      // The work may have ended it with its last statement.
      if (client.getTransactionStatus() !== 'I') {
        const { command } = await client.query('commit')
        // What came after a failed statement was refused, and the server takes everything back without a word.
        if (command !== 'COMMIT')
          throw new Error('the work went on after one of its statements failed')
      }
      return result
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => {
        broken = failure
      })
      this.#note(error)
      throw error
    } finally {
      client.release(broken)
    }
  }

  /**
   * A transaction of a job that may take its time, such as clearing away what a year has left; nobody waits for it.
   * Whatever its statements need, the connection itself stays as it is set.
   */
  unhurried<T>(offices: Offices, work: (tx: WholeTx) => Promise<T>): Promise<T> {
    return this.write(offices, 'job:', async (tx) => {
      await tx.$client.query(`set local statement_timeout to '10min'`)
      return work(tx)
    })
  }

  /** Reads what needs no office: the functions that find one by a secret or a key. */
  lookup<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return this.read([], work)
  }

  /** A connection beside the pool for what lasts longer than a request; the caller ends it. */
  async openClient(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.#ownerUrl,
      keepAlive: true,
      connectionTimeoutMillis,
    })
    // Whoever uses it hears of its end; unheard, the event would end the process.
    client.on('error', () => {})
    try {
      await client.connect()
      await this.#prove(client)
      return client
    } catch (error) {
      await client.end().catch(() => {})
      throw error
    }
  }

  /** Whatever still wants a connection is refused; those lent out are waited for, but only for a moment. */
  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await within(goodbye, this.pool.end())
  }

  /** What stands between us and the database reaches nobody but whoever reads the log. */
  #note(error: unknown): void {
    const failure = databaseFailure(error)
    if (!failure || !isDatabaseAway(failure) || this.#closed) return
    this.#trouble.note(
      failure.code ?? 'connection',
      `The database could not answer: ${failure.message}`,
    )
  }

  /** A pooler gives process ids of its own invention; only behind one must it be shown that it lends for the session. */
  async #prove(client: pg.ClientBase): Promise<void> {
    const pid = await serveAsApp(client)
    if ('processID' in client && client.processID === pid) return
    this.#poolingProven ??= refuseTransactionPooling(this.#ownerUrl)
    try {
      await this.#poolingProven
    } catch (error) {
      this.#poolingProven = undefined
      throw error
    }
  }

  async #connect(offices: Offices): Promise<pg.PoolClient> {
    const wanted = offices.join(',')
    if (this.#closed) throw new DatabaseClosed()
    const client = await this.pool.connect().catch((error: unknown) => {
      this.#note(error)
      throw error
    })
    if (this.#inSight.get(client) === wanted) return client
    this.#inSight.delete(client)
    try {
      await client.query({ ...setOffices, values: [wanted] })
    } catch (error) {
      client.release(true)
      throw error
    }
    this.#inSight.set(client, wanted)
    return client
  }

  #drizzle(client: pg.PoolClient): Db {
    let db = this.#drizzled.get(client)
    if (!db) {
      db = Object.assign(drizzle<Record<string, never>, pg.PoolClient>(client), {
        $sealing: this.#sealing,
      })
      this.#drizzled.set(client, db)
    }
    return db
  }
}

/** Opens the pool; connections are made when needed. */
export const openDatabase = (options: DatabaseOptions): Database => new Database(options)
