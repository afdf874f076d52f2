import { eq } from 'drizzle-orm'
import { AppError } from '../platform/app-error.ts'
import type { Tx } from '../platform/database.ts'
import { findSession } from './queries.ts'
import { sessions } from './tables.ts'

export type LockedSession = typeof sessions.$inferSelect

/**
 * Takes the row of a session of the own office for the rest of the transaction. Whatever moves seats or
 * answers takes it first, so all that happens to one session happens one after another.
 * 404 out of sight, 403 for a session of another office.
 */
export async function lockSession(tx: Tx, id: string): Promise<LockedSession> {
  const [session] = await tx.select().from(sessions).where(eq(sessions.id, id)).for('no key update')
  if (session) return session
  throw new AppError((await findSession(tx, id)) ? 'forbidden' : 'not_found')
}
