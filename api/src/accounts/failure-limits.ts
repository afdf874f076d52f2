import { type Database, prepared } from '../platform/database.ts'
import { limitRate, type RateLimit } from '../platform/rate-limit.ts'

const quarterHour = 15 * 60
const ofAccount: RateLimit = { name: 'login account', attempts: 5, seconds: quarterHour }
/** Those who log in from devices that logged into the account before; nobody else can use it up. */
const ofKnownDevices: RateLimit = { name: 'login known', attempts: 5, seconds: quarterHour }
/** A state network has one address for all its offices, whose people also mistype. */
const ofAddress: RateLimit = { name: 'login address', attempts: 100, seconds: quarterHour }

export interface Attempt {
  email: string
  /** Address the request came from. */
  address: string
  /** The account, where the device that asks has logged into it before. */
  knownTo: string | undefined
}

const limitsOf = ({ email, address, knownTo }: Attempt): [RateLimit, string][] =>
  knownTo === undefined
    ? [
        [ofAccount, email],
        [ofAddress, address],
      ]
    : [[ofKnownDevices, knownTo]]

/**
 * 429 once an account or an address has failed too often; looking counts nothing. A known device has a limit of its
 * own: what strangers try, from its address or at its account, does not lock it out.
 */
export async function refuseAfterFailures(database: Database, attempt: Attempt): Promise<void> {
  for (const [limit, subject] of limitsOf(attempt)) await limitRate(database, limit, subject, 0)
}

/** Counts a failed login, for the account (there or not) and for the address. */
export async function countFailure(database: Database, attempt: Attempt): Promise<void> {
  const counted = await Promise.allSettled(
    limitsOf(attempt).map(([limit, subject]) => limitRate(database, limit, subject, 1)),
  )
  for (const outcome of counted) if (outcome.status === 'rejected') throw outcome.reason
}

const forgive = {
  name: 'forgive_attempts',
  text: 'select count_attempt($1, $2, -(select attempts from count_attempt($1, $2, 0)))',
}

/** Whoever set a new password may log in with it at once, however often the forgotten one was tried. */
export async function forgiveFailures(
  database: Database,
  { email, userId }: { email: string; userId: string },
): Promise<void> {
  for (const [limit, subject] of [
    [ofAccount, email],
    [ofKnownDevices, userId],
  ] as const) {
    await database.lookup((db) =>
      prepared(db, forgive, [`${limit.name} ${subject}`, limit.seconds]),
    )
  }
}
