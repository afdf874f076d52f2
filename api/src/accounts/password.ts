import { hash, verify } from '@node-rs/argon2'
import { FairQueue } from './fair-queue.ts'

/** OWASP's second choice of parameters for argon2id, the library's default algorithm; about 20 MiB and 10 to 80 ms each. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Two hashes at a time in a process, so that a burst of logins neither takes all memory nor keeps all cores from other requests. */
const queue = new FairQueue({ atOnce: 2, share: 50, longest: 1_000 })

/** Runs work that hashes when its turn has come; `source` names whom it is done for: an address, or an account that is known to ask itself. */
export const inHashingQueue = <T>(source: string, work: () => Promise<T>): Promise<T> =>
  queue.run(source, work)

/** The argon2id hash of a password, in PHC format. */
export const hashPassword = (password: string, source = 'own'): Promise<string> =>
  inHashingQueue(source, () => hash(password, cost))

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
