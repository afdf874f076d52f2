import type { User } from '@ngopi/shared/accounts'
import type { Role } from '@ngopi/shared/roles'
import { and, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { AppError } from '../platform/app-error.ts'
import type { Tx } from '../platform/database.ts'
import { databaseFailure } from '../platform/database-errors.ts'
import { endLoginsOf } from './login-commands.ts'
import { accountStrings } from './strings.ts'
import { passwordTokens, users } from './tables.ts'
import { findUser, userColumns } from './user-queries.ts'

const usedEmail = () =>
  new AppError('duplicate', {
    message: accountStrings.usedEmail,
    fields: [{ path: 'email', message: accountStrings.usedEmail }],
  })

/** Adds a user; without a password hash the invitation is open. 409 when the address is in use, in whatever office. */
export async function addUser(
  tx: Tx,
  user: {
    officeId: string
    name: string
    email: string
    role: Role
    id?: string
    passwordHash?: string
  },
): Promise<User> {
  const history = user.passwordHash
    ? { passwordSetAt: sql<string>`now()` }
    : { invitedAt: sql<string>`now()` }
  const [added] = await tx
    .insert(users)
    .values({ ...user, ...history })
    .returning(userColumns)
    .catch((error: unknown) => {
      throw databaseFailure(error)?.constraint === 'users_email' ? usedEmail() : error
    })
  if (!added) throw new AppError('internal')
  return added
}

/** Notes that a user is invited anew; also the way to a new password where no mail can be sent. 409 for a disabled one. */
export async function inviteAgain(tx: Tx, id: string): Promise<User> {
  const [user] = await tx
    .update(users)
    .set({ invitedAt: sql`now()` })
    .where(and(eq(users.id, id), isNull(users.disabledAt)))
    .returning(userColumns)
  if (user) return user
  if (!(await findUser(tx, id))) throw new AppError('not_found')
  throw new AppError('closed', { message: accountStrings.disabledUser })
}

export interface UserChange {
  version: number
  name?: string | undefined
  role?: Role | undefined
  disabled?: boolean | undefined
}

/**
 * Changes a user. One who is disabled is logged out and loses open links. 409 when it would leave the office
 * without an active admin: all its admins are locked first, in one order, so two cannot remove each other.
 */
export async function updateUser(
  tx: Tx,
  { officeId, id, change }: { officeId: string; id: string; change: UserChange },
): Promise<User> {
  const activeAdmin = and(
    eq(users.role, 'admin'),
    isNull(users.disabledAt),
    isNotNull(users.passwordHash),
  )
  const locked = await tx
    .select({ id: users.id, activeAdmin: sql<boolean>`${activeAdmin}` })
    .from(users)
    .where(and(eq(users.officeId, officeId), or(eq(users.id, id), activeAdmin)))
    .orderBy(users.id)
    .for('update')
  const current = await findUser(tx, id)
  if (!current) throw new AppError('not_found')
  if (current.version !== change.version) throw new AppError('stale', { current })

  const { name, role, disabled } = change
  const admins = locked.filter((user) => user.activeAdmin)
  const leaves = disabled === true || (role !== undefined && role !== 'admin')
  if (leaves && admins.length === 1 && admins[0]?.id === id) {
    throw new AppError('closed', { message: accountStrings.lastAdmin })
  }
  const disabledAt =
    disabled === undefined
      ? {}
      : { disabledAt: disabled ? sql<string>`coalesce(${users.disabledAt}, now())` : null }
  const [user] = await tx
    .update(users)
    .set({ name: name ?? current.name, role: role ?? current.role, ...disabledAt })
    .where(eq(users.id, id))
    .returning(userColumns)
  if (!user) throw new AppError('not_found')
  if (disabled) {
    await endLoginsOf(tx, id)
    await tx.delete(passwordTokens).where(eq(passwordTokens.userId, id))
  }
  return user
}

/** Changes the own name. */
export async function rename(
  tx: Tx,
  { id, version, name }: { id: string; version: number; name: string },
): Promise<User> {
  const [user] = await tx
    .update(users)
    .set({ name })
    .where(and(eq(users.id, id), eq(users.version, version)))
    .returning(userColumns)
  if (user) return user
  const current = await findUser(tx, id)
  if (!current) throw new AppError('not_found')
  throw new AppError('stale', { current })
}
