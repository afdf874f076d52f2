import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from '../platform/log.ts'
import { described } from '../platform/log-error.ts'

/** Milliseconds between two looks at who is alive. */
const beat = 2_000
const reconnectPause = 250

/** Tells the locks of worker processes from other advisory locks; a number of our own. */
const lockClass = 0x6e67

/** By a statement, since a pooler takes no options; the last three: a machine that vanished is noticed in half a minute. */
const sessionSettings = `set statement_timeout to '5s'; set tcp_keepalives_idle to 10;
  set tcp_keepalives_interval to 5; set tcp_keepalives_count to 3`

const takeLocks = 'select pg_advisory_lock($1, hashtext(holder)) from unnest($2::text[]) holder'

/** Who holds jobs without being alive. */
const deadHolders = `
  select distinct locked_by as id from graphile_worker.jobs
   where locked_by is not null and not exists (
     select from pg_locks l
      where l.locktype = 'advisory' and l.objsubid = 2 and l.granted
        and l.database = (select oid from pg_database where datname = current_database())
        and l.classid = $1 and l.objid = (hashtext(locked_by)::bigint & 4294967295)::oid)`

/**
 * Proves that a worker process is alive, by locks that end with its connection, and frees the jobs of those that are
 * not: the queue itself would keep the jobs of a killed process for hours.
 *
 * A process is taken for dead when a lock of it is missing at two looks in a row, which forgives a connection that was lost
 * and is being made again.
 */
export class Pulse {
  readonly #ownerUrl: string
  readonly #holders: readonly string[]
  readonly #log: Log
  readonly #stopping = new AbortController()
  #client: pg.Client | undefined
  #held: Promise<pg.Client>
  #suspects = new Set<string>()

  /** `holders`: the names under which this process holds its jobs. */
  constructor({
    ownerUrl,
    holders,
    log,
  }: {
    ownerUrl: string
    holders: readonly string[]
    log: Log
  }) {
    this.#ownerUrl = ownerUrl
    this.#holders = holders
    this.#log = log
    this.#held = this.#hold()
    this.#held.catch(() => {})
    void this.#watch()
  }

  /** Resolves while this process can be seen to be alive; rejects once it is stopped. */
  async proven(): Promise<void> {
    await this.#held
  }

  /** Asks the queue's owner connection. */
  async query(text: string, values: unknown[]): Promise<pg.QueryResult> {
    return (await this.#held).query(text, values)
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#client?.end().catch(() => {})
  }

  async #hold(): Promise<pg.Client> {
    const { signal } = this.#stopping
    for (;;) {
      signal.throwIfAborted()
      const client = new pg.Client({
        connectionString: this.#ownerUrl,
        keepAlive: true,
        connectionTimeoutMillis: 5_000,
        // A pooler may have none to lend for longer than that.
        query_timeout: 10_000,
      })
      client.once('end', () => this.#lost(client))
      client.on('error', () => this.#lost(client))
      try {
        await client.connect()
        await client.query(sessionSettings)
        await client.query(takeLocks, [lockClass, this.#holders])
        this.#client = client
        return client
      } catch (error) {
        this.#log.warn(`A worker could not show that it is alive: ${described(error)}`)
        await client.end().catch(() => {})
        await delay(reconnectPause, undefined, { signal })
      }
    }
  }

  #lost(client: pg.Client): void {
    if (client !== this.#client || this.#stopping.signal.aborted) return
    this.#client = undefined
    this.#suspects.clear()
    this.#held = this.#hold()
    this.#held.catch(() => {})
  }

  async #watch(): Promise<void> {
    const { signal } = this.#stopping
    while (!signal.aborted) {
      await this.#freeJobsOfTheDead().catch((error: unknown) => {
        if (!signal.aborted)
          this.#log.warn(`Jobs of ended workers could not be freed: ${described(error)}`)
      })
      await delay(beat, undefined, { signal }).catch(() => {})
    }
  }

  async #freeJobsOfTheDead(): Promise<void> {
    const { rows } = await this.query(deadHolders, [lockClass])
    const missing = rows.map(({ id }: { id: string }) => id)
    const dead = missing.filter((id) => this.#suspects.has(id))
    this.#suspects = new Set(missing)
    if (dead.length === 0) return
    await this.query('select graphile_worker.force_unlock_workers($1::text[])', [dead])
    this.#log.warn('A worker ended without finishing its jobs; they were freed to be done again.')
  }
}
