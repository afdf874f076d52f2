import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '../platform/database.ts'
import { addsSeats, hasMoved, type Occasion } from './rules.ts'
import { type AgendaItem, sessions } from './tables.ts'

/** What a changed session means for those invited; a later feature knows how. */
export interface Guests {
  /** Asks everybody who counted on the former date, time or place to confirm again. */
  askToReconfirm(
    tx: Tx,
    moved: { officeId: string; sessionId: string; before: Occasion },
  ): Promise<void>
  /** Gives free seats to the first who wait. */
  fillFreeSeats(tx: Tx, session: { officeId: string; sessionId: string }): Promise<void>
}

interface Former extends Occasion {
  id: string
  officeId: string
  capacity: number | null
}

type Set = Partial<typeof sessions.$inferInsert> & { agenda?: AgendaItem[] }

/**
 * Writes a change of a session whose row is held, and what it means for the guests: another date, time or
 * place raises the sequence of calendars and asks them to confirm again, more seats let in who waits.
 */
export async function changeSession(
  tx: Tx,
  { before, set, guests }: { before: Former; set: Set; guests: Guests },
): Promise<void> {
  const { id, officeId } = before
  const after = { ...before, ...set }
  const moved = hasMoved(before, after)
  await tx
    .update(sessions)
    .set({ ...set, ...(moved && { calendarSequence: sql`${sessions.calendarSequence} + 1` }) })
    .where(and(eq(sessions.id, id), eq(sessions.officeId, officeId)))
  const session = { officeId, sessionId: id }
  // Whoever waits gets a new seat first, and is then asked like everybody else whether it still suits.
  if (addsSeats(before.capacity, after.capacity)) await guests.fillFreeSeats(tx, session)
  if (moved) await guests.askToReconfirm(tx, { ...session, before })
}
