import type { User } from '@ngopi/shared/accounts'
import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Cursors, Page } from '../platform/cursor.ts'
import type { Db } from '../platform/database.ts'
import { cappedTotal, MAX_COUNTED, type Total } from '../platform/list-query.ts'
import { users } from './tables.ts'

/** A user in the shape of the contract. */
export const userColumns = {
  id: users.id,
  officeId: users.officeId,
  name: users.name,
  email: users.email,
  role: users.role,
  status: sql<User['status']>`case
    when ${users.disabledAt} is not null then 'disabled'
    when ${users.passwordHash} is null then 'invited'
    else 'active' end`,
  lastLoginAt: users.lastLoginAt,
  version: users.version,
  createdAt: users.createdAt,
  updatedAt: users.updatedAt,
  archivedAt: users.archivedAt,
}

/** One user in sight, or undefined. */
export async function findUser(db: Db, id: string): Promise<User | undefined> {
  const [user] = await db.select(userColumns).from(users).where(eq(users.id, id))
  return user
}

/** The password hash of a user in sight; null while the invitation is open. */
export async function findPasswordHash(
  db: Db,
  id: string,
): Promise<{ passwordHash: string | null; email: string } | undefined> {
  const [user] = await db
    .select({ passwordHash: users.passwordHash, email: users.email })
    .from(users)
    .where(eq(users.id, id))
  return user
}

export interface UserFilters {
  officeId: string
  q?: string | undefined
  archived?: boolean | undefined
  sort?: 'name' | '-name' | undefined
  limit: number
  cursor?: string | undefined
  count?: boolean | undefined
}

/** Users of one office by name. */
export async function listUsers(
  db: Db,
  cursors: Cursors,
  { limit, cursor, count, ...filters }: UserFilters,
): Promise<Page<User> & Partial<Total>> {
  const bound = { ...filters, list: 'users' }
  const after = cursors.read(cursor, bound)
  const { officeId, q, archived, sort } = filters
  const found = and(
    eq(users.officeId, officeId),
    archived ? isNotNull(users.archivedAt) : isNull(users.archivedAt),
    q
      ? sql`(strpos(searchable(${users.name}), searchable(${q})) > 0 or strpos(${users.email}, lower(${q})) > 0)`
      : undefined,
  )
  const descending = sort === '-name'
  const beyond =
    after &&
    sql`(${users.name}, ${users.id}) ${descending ? sql`<` : sql`>`} (${after[0]}, ${after[1]}::uuid)`
  const order = descending ? desc : asc
  const rows = await db
    .select(userColumns)
    .from(users)
    .where(and(found, beyond))
    .orderBy(order(users.name), order(users.id))
    .limit(limit + 1)
  const page = cursors.page(rows, limit, bound, (last) => [last.name, last.id])
  if (!count) return page
  const counted = await db.$count(
    db
      .select({ id: users.id })
      .from(users)
      .where(found)
      .limit(MAX_COUNTED + 1)
      .as('counted'),
  )
  return { ...page, ...cappedTotal(counted) }
}
