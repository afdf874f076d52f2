import { isIP } from 'node:net'
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

/** The eight groups of an IPv6 address as hexadecimal digits. */
function groupsOf(address: string): string[] {
  // The URL parser writes an address in its one canonical form, and an embedded IPv4 address as two groups.
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const split = (part: string) => (part === '' ? [] : part.split(':'))
  if (tail === undefined) return split(head)
  const [before, after] = [split(head), split(tail)]
  return [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after]
}

/**
 * What is counted of an address. Whoever has one of IPv6 has all 2⁶⁴ of its network, so they count as one; an IPv4
 * address counts the same however it is written. What is no address stands for itself.
 */
export function subjectOf(address: string): string {
  const [bare = ''] = address.split('%')
  if (isIP(bare) !== 6) return address
  const groups = groupsOf(bare)
  const [high = '0', low = '0'] = groups.slice(6)
  if (groups.slice(0, 6).join(':') !== '0:0:0:0:0:ffff')
    return `${groups.slice(0, 4).join(':')}::/64`
  const bytes = [high, low].map((group) => Number.parseInt(group, 16))
  return bytes.flatMap((pair) => [pair >> 8, pair & 255]).join('.')
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
      `${limit.name} ${subjectOf(subject)}`,
      limit.seconds,
      amount,
    ]),
  )
  const over =
    row && (amount === 0 ? row.attempts >= limit.attempts : row.attempts > limit.attempts)
  if (over) throw new AppError('too_many_requests', { retryAfter: row.secondsLeft })
}
