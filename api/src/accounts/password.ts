import { hash, verify } from '@node-rs/argon2'
import { AppError } from '../platform/app-error.ts'

/** OWASP's second choice of parameters for argon2id, the library's default algorithm; about 20 MiB and 10 to 80 ms each. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

const atOnce = 2
/** How many may wait; who comes later is refused, since nobody waits that long. */
const longestQueue = 200

let running = 0
const waiting: (() => void)[] = []

/**
 * Runs work that hashes, two at a time in a process, so that a burst of logins neither takes all memory nor
 * keeps all cores from other requests. 503 when too many wait already.
 */
export async function inHashingQueue<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= longestQueue) throw new AppError('unavailable', { retryAfter: 5 })
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else {
    running += 1
  }
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    // the place passes to whoever waits, so nobody can slip in between
    if (next) next()
    else running -= 1
  }
}

/** The argon2id hash of a password, in PHC format. */
export const hashPassword = (password: string): Promise<string> =>
  inHashingQueue(() => hash(password, cost))

/** Hash of a password nobody has: unknown accounts cost as much time as known ones. */
const decoy =
  '$argon2id$v=19$m=19456,t=2,p=1$fCQmRGOaF4X0xV3qFsHrYw$3scInRFZS9amHahkq8EpdoaVSGdbr87t1LyF2zXRpN0'

/**
 * Whether a password is that of a hash; without one the same work is done for nothing. Only to be called
 * from within `inHashingQueue`.
 */
export async function matchesPassword(
  passwordHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  const same = await verify(passwordHash ?? decoy, password).catch(() => false)
  return same && typeof passwordHash === 'string'
}
