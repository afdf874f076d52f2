import { type Database, prepared } from '../platform/database.ts'
import { limitRate, type RateLimit } from '../platform/rate-limit.ts'

const quarterHour = 15 * 60
const ofAccount: RateLimit = { name: 'login account', attempts: 5, seconds: quarterHour }
const ofAddress: RateLimit = { name: 'login address', attempts: 20, seconds: quarterHour }

export interface Attempt {
  email: string
  /** Address the request came from. */
  address: string
}

/** 429 once an account or an address has failed too often; looking counts nothing. */
export async function refuseAfterFailures(
  database: Database,
  { email, address }: Attempt,
): Promise<void> {
  await limitRate(database, ofAccount, email, 0)
  await limitRate(database, ofAddress, address, 0)
}

/** Counts a failed login, for the account (there or not) and for the address. */
export async function countFailure(database: Database, { email, address }: Attempt): Promise<void> {
  const counted = await Promise.allSettled([
    limitRate(database, ofAccount, email, 1),
    limitRate(database, ofAddress, address, 1),
  ])
  for (const outcome of counted) if (outcome.status === 'rejected') throw outcome.reason
}

const forgive = {
  name: 'forgive_attempts',
  text: 'select count_attempt($1, $2, -(select attempts from count_attempt($1, $2, 0)))',
}

/** Whoever set a new password may log in with it at once, however often the forgotten one was tried. */
export async function forgiveFailures(database: Database, email: string): Promise<void> {
  await database.lookup((db) =>
    prepared(db, forgive, [`${ofAccount.name} ${email}`, ofAccount.seconds]),
  )
}
