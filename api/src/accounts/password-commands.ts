import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import type { KeyRing } from '../platform/keys.ts'
import { endLoginsOf } from './login-commands.ts'
import { hashOfToken, passwordLinkToken } from './secret-tokens.ts'
import { passwordTokens, users } from './tables.ts'

const lifetimeMinutes = { invitation: 72 * 60, reset: 10 }

/** Makes the link that sets a user's password and answers the id of its record; a former link of its kind stops working. */
export async function issuePasswordToken(
  tx: Tx,
  {
    officeId,
    userId,
    kind,
    keys,
  }: { officeId: string; userId: string; kind: 'invitation' | 'reset'; keys: KeyRing },
): Promise<string> {
  const id = newId()
  const made = {
    id,
    tokenHash: hashOfToken(passwordLinkToken(keys, id)),
    expiresAt: sql<string>`now() + make_interval(mins => ${lifetimeMinutes[kind]})`,
  }
  await tx
    .insert(passwordTokens)
    .values({ ...made, officeId, userId, kind })
    .onConflictDoUpdate({
      target: [passwordTokens.officeId, passwordTokens.userId, passwordTokens.kind],
      set: made,
    })
  return id
}

/**
 * Uses a link up and sets the password: an invited user becomes active, and whoever was logged in is not any
 * more. False when the link was used meanwhile, has expired, or its user was disabled.
 */
export async function redeemPasswordToken(
  tx: Tx,
  { tokenHash, passwordHash }: { tokenHash: Buffer; passwordHash: string },
): Promise<boolean> {
  const [used] = await tx
    .delete(passwordTokens)
    .where(and(eq(passwordTokens.tokenHash, tokenHash), gt(passwordTokens.expiresAt, sql`now()`)))
    .returning({ userId: passwordTokens.userId })
  if (!used) return false
  const changed = await tx
    .update(users)
    .set({ passwordHash, passwordSetAt: sql`now()` })
    .where(and(eq(users.id, used.userId), isNull(users.disabledAt)))
    .returning({ id: users.id })
  await tx.delete(passwordTokens).where(eq(passwordTokens.userId, used.userId))
  await endLoginsOf(tx, used.userId)
  return changed.length === 1
}

/** Changes the own password, unless another change came first; every login but `keep` ends. */
export async function changePassword(
  tx: Tx,
  {
    userId,
    formerHash,
    passwordHash,
    keep,
  }: { userId: string; formerHash: string; passwordHash: string; keep: string | undefined },
): Promise<boolean> {
  const changed = await tx
    .update(users)
    .set({ passwordHash, passwordSetAt: sql`now()` })
    .where(and(eq(users.id, userId), eq(users.passwordHash, formerHash)))
    .returning({ id: users.id })
  if (changed.length === 0) return false
  await tx.delete(passwordTokens).where(eq(passwordTokens.userId, userId))
  await endLoginsOf(tx, userId, keep)
  return true
}
