import { eq, sql } from 'drizzle-orm'
import { AppError } from '../platform/app-error.ts'
import type { Tx } from '../platform/database.ts'
import { findSession } from './queries.ts'
import { sessions } from './tables.ts'

/**
 * Makes sure that a session is the own office's, for work that changes neither its seats nor its answers and so
 * need not wait for who does. 404 out of sight, 403 for a session of another office.
 */
export async function lockOwnSession(tx: Tx, id: string): Promise<void> {
  const locked = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(eq(sessions.id, id))
    .for('key share')
  if (locked.length === 0)
    throw new AppError((await findSession(tx, id)) ? 'forbidden' : 'not_found')
}

/** One after another: who sends to many guests of a session, and who takes back whom nobody was told of. */
export async function lockSending(tx: Tx, sessionId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`send ${sessionId}`}, 0))`)
}
