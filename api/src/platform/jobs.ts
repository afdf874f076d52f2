import { sql } from 'drizzle-orm'
import type { Actor, Offices, Tx } from './database.ts'

/** What a worker knows of a job: for which office and actor it was queued, and with what. */
export interface Job<Data> {
  offices: Offices
  actor: Actor
  data: Data
}

/** A kind of job; `run` is repeated after a failure, so it must bear being done twice. */
export interface Task<Data, Deps> {
  readonly name: string
  readonly run: (deps: Deps, job: Job<Data>) => Promise<void>
}

/** A job of the clock, for no office in particular; any worker may run it, and now and then two do. */
export interface ClockTask<Deps> {
  readonly name: string
  /** When, in UTC, as graphile-worker writes it: five fields, then its options. */
  readonly crontab: string
  readonly run: (deps: Deps) => Promise<void>
}

/**
 * Queues a job in the transaction that causes it: both happen or neither does. Jobs of one `line` are done one after
 * another in each office.
 */
export async function queueJob<Data>(
  tx: Tx,
  task: { readonly name: string },
  data: Data,
  options: { key?: string; runAt?: string; line?: string } = {},
): Promise<void> {
  await tx.execute(
    sql`select queue_job(${task.name}, ${JSON.stringify(data)}::jsonb, ${options.key ?? null}, ${options.runAt ?? null}::timestamptz, ${options.line ?? null})`,
  )
}
