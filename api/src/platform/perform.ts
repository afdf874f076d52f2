import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { AppError, invalidField } from './app-error.ts'
import { accessOf, actorOf } from './auth.ts'
import { type Database, prepared, type Tx, type WholeTx } from './database.ts'
import { requestStrings } from './problem-strings.ts'

interface Kept {
  same: boolean
  status: number
  /** JSON, sealed: it may hold contact data or links. */
  body: string
}

const findKept = {
  name: 'find_kept_answer',
  text: `select body_hash = $5 as same, status, body from idempotency_keys
          where office_id = $1 and user_id = $2 and operation = $3 and key = $4
            and created_at > now() - interval '24 hours'`,
}

/** The path as it was routed: however it was spelt, one operation on one thing has one. */
function routedPath({ routeOptions, params }: FastifyRequest): string {
  const given = params as Record<string, string>
  return (routeOptions.url ?? '').replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(given[name] ?? ''),
  )
}

export interface Performance {
  database: Database
  request: FastifyRequest
  reply: FastifyReply
  /** Success status, 200 unless said otherwise. */
  status?: number
}

/** The answer given before. One sealed under a key the installation gave up cannot be given again, nor the act done. */
function storedAnswer<T>(tx: Tx, { body }: Kept): T {
  const json = tx.$sealing.open(body)
  if (json === undefined) throw new AppError('unprocessable', { message: requestStrings.usedKey })
  return (JSON.parse(json) ?? undefined) as T
}

/**
 * Runs a command as the login of the request, in one transaction, and answers with its result.
 *
 * A POST with an `Idempotency-Key` is done once: its answer is kept for 24 hours in the same transaction
 * and given again. The same key with another body is 422, while the first is still running 409.
 */
export async function perform<T>(
  { database, request, reply, status = 200 }: Performance,
  command: (tx: Tx) => Promise<T>,
): Promise<T> {
  const key = request.method === 'POST' ? request.headers['idempotency-key'] : undefined
  if (key === undefined) return performWhole({ database, request, reply, status }, command)
  const access = accessOf(request)
  const { offices } = access
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw invalidField('Idempotency-Key', requestStrings.malformedKey)
  }
  const operation = `${request.method} ${routedPath(request)}`
  const hash = createHash('sha256')
    .update(JSON.stringify([request.body ?? null, request.query ?? null]))
    .digest()
  const answer = await database.write(offices, actorOf(access), async (tx) => {
    const owner = [offices[0], access.id, operation, key]
    const lock = await tx.execute<{ free: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended(${owner.join(' ')}, 0)) as free`,
    )
    if (!lock.rows[0]?.free) throw new AppError('in_progress', { retryAfter: 1 })
    const [stored] = await prepared<Kept>(tx, findKept, [...owner, hash])
    if (stored && !stored.same)
      throw new AppError('unprocessable', { message: requestStrings.usedKey })
    if (stored) return { status: stored.status, body: storedAnswer<T>(tx, stored) }
    const body = await command(tx)
    const given = { status: body === undefined ? 204 : status, body }
    await tx.execute(sql`
      insert into idempotency_keys (office_id, user_id, operation, key, body_hash, status, body)
      values (${owner[0]}, ${owner[1]}, ${owner[2]}, ${owner[3]}, ${hash}, ${given.status}, ${tx.$sealing.seal(JSON.stringify(body ?? null))})
      on conflict (office_id, user_id, operation, key)
      do update set body_hash = excluded.body_hash, status = excluded.status, body = excluded.body, created_at = now()`)
    return given
  })
  reply.status(answer.status)
  return answer.body
}

/** As `perform`, where no key is looked at: the command has the transaction to itself and may end it. */
export async function performWhole<T>(
  { database, request, reply, status = 200 }: Performance,
  command: (tx: WholeTx) => Promise<T>,
): Promise<T> {
  const access = accessOf(request)
  const result = await database.write(access.offices, actorOf(access), command)
  reply.status(result === undefined ? 204 : status)
  return result
}
