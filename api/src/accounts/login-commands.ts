import { and, eq, isNull, lt, ne, sql } from 'drizzle-orm'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import type { KeyRing } from '../platform/keys.ts'
import { idleSeconds } from './refresh-cookie.ts'
import { firstRefreshToken, hashOfToken, successorsOf } from './secret-tokens.ts'
import { logins, users } from './tables.ts'

const laterByIdleTime = sql<string>`now() + make_interval(secs => ${idleSeconds})`

/** Opens a family of refresh tokens for a user and answers its first token. */
export async function openLogin(
  tx: Tx,
  { officeId, userId }: { officeId: string; userId: string },
): Promise<string> {
  const family = newId()
  const token = firstRefreshToken(family)
  await tx
    .delete(logins)
    .where(and(eq(logins.userId, userId), lt(logins.expiresAt, sql`now() - interval '1 day'`)))
  await tx.insert(logins).values({
    id: family,
    officeId,
    userId,
    tokenHash: hashOfToken(token),
    expiresAt: laterByIdleTime,
  })
  return token
}

/**
 * Logs in whose password was just found right; undefined when in the meantime the account was disabled or its
 * password changed.
 */
export async function logIn(
  tx: Tx,
  account: { id: string; officeId: string; passwordHash: string },
): Promise<string | undefined> {
  const stamped = await tx
    .update(users)
    .set({ lastLoginAt: sql`now()` })
    .where(
      and(
        eq(users.id, account.id),
        eq(users.passwordHash, account.passwordHash),
        isNull(users.disabledAt),
      ),
    )
    .returning({ id: users.id })
  if (stamped.length === 0) return undefined
  return openLogin(tx, { officeId: account.officeId, userId: account.id })
}

/**
 * Replaces the present token of a family. Its immediate predecessor is still answered for 10 seconds, with the
 * same successor, since tabs ask together and answers get lost. Anything older is a replay, so somebody holds
 * a copy: the family ends. Undefined when the login has ended.
 */
export async function rotateLogin(
  tx: Tx,
  { family, token, keys }: { family: string; token: string; keys: KeyRing },
): Promise<{ userId: string; successor: string | undefined } | undefined> {
  const [login] = await tx
    .select({
      userId: logins.userId,
      tokenHash: logins.tokenHash,
      previousHash: logins.previousHash,
      live: sql<boolean>`${logins.endedAt} is null and ${logins.expiresAt} > now()`,
      justRotated: sql<boolean>`${logins.rotatedAt} > now() - interval '10 seconds'`,
    })
    .from(logins)
    .where(eq(logins.id, family))
    .for('update')
  if (!login?.live) return undefined
  const given = hashOfToken(token)
  const successors = successorsOf(token, family, keys)
  if (given.equals(login.tokenHash)) {
    const [successor = ''] = successors
    await tx
      .update(logins)
      .set({
        tokenHash: hashOfToken(successor),
        previousHash: given,
        rotatedAt: sql`now()`,
        expiresAt: laterByIdleTime,
      })
      .where(eq(logins.id, family))
    return { userId: login.userId, successor }
  }
  if (login.justRotated && login.previousHash?.equals(given)) {
    const successor = successors.find((next) => hashOfToken(next).equals(login.tokenHash))
    return { userId: login.userId, successor }
  }
  await endFamily(tx, family)
  return undefined
}

const endFamily = (tx: Tx, family: string) =>
  tx
    .update(logins)
    .set({ endedAt: sql`now()` })
    .where(and(eq(logins.id, family), isNull(logins.endedAt)))

/** Ends the login that a refresh token is of; a token that was never issued ends nothing. */
export async function endLogin(
  tx: Tx,
  { family, token }: { family: string; token: string },
): Promise<void> {
  const given = hashOfToken(token)
  await tx
    .update(logins)
    .set({ endedAt: sql`now()` })
    .where(
      and(
        eq(logins.id, family),
        isNull(logins.endedAt),
        sql`${given} in (${logins.tokenHash}, ${logins.previousHash})`,
      ),
    )
}

/** Ends every login of a user, but the one of `except`. */
export async function endLoginsOf(tx: Tx, userId: string, except?: string): Promise<void> {
  await tx
    .update(logins)
    .set({ endedAt: sql`now()` })
    .where(
      and(
        eq(logins.userId, userId),
        isNull(logins.endedAt),
        except === undefined ? undefined : ne(logins.id, except),
      ),
    )
}
