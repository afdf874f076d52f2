import { AppError } from './app-error.ts'
import { type Database, prepared } from './database.ts'

/** So many attempts in a fixed window, counted in the database for all processes together. */
export interface RateLimit {
  readonly name: string
  readonly attempts: number
  readonly seconds: number
}

const count = {
  name: 'count_attempt',
  text: 'select attempts, seconds_left as "secondsLeft" from count_attempt($1, $2, $3)',
}

/** Adds `amount` attempts (0 only looks) for a subject, such as an address or an account; 429 beyond the limit. */
export async function limitRate(
  database: Database,
  limit: RateLimit,
  subject: string,
  amount: 0 | 1,
): Promise<void> {
  const [row] = await database.lookup((db) =>
    prepared<{ attempts: number; secondsLeft: number }>(db, count, [
      `${limit.name} ${subject}`,
      limit.seconds,
      amount,
    ]),
  )
  const over =
    row && (amount === 0 ? row.attempts >= limit.attempts : row.attempts > limit.attempts)
  if (over) throw new AppError('too_many_requests', { retryAfter: row.secondsLeft })
}
