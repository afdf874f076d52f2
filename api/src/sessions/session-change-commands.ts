import { and, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '../platform/database.ts'
import {
  type Answerable,
  addsSeats,
  hasMoved,
  type MoveEffect,
  moveEffect,
  type Occasion,
} from './rules.ts'
import { type AgendaItem, sessions } from './tables.ts'

/** A session that takes place at another date, time or place than before. */
export interface MovedSession extends Pick<MoveEffect, 'asksAgain' | 'otherDay'> {
  officeId: string
  sessionId: string
  before: Occasion
}

/** What a changed session means for those invited; a later feature knows how. */
export interface SessionChangeHooks {
  /** Tells everybody who knew of the former date, time or place, and asks who counted on it again where that is due. */
  moved(tx: Tx, session: MovedSession): Promise<void>
  /** How many a move would tell, and how many of them it would ask again. */
  reachOf(db: Db, session: MovedSession): Promise<{ notified: number; toReconfirm: number }>
  /** Tells everybody who expects the session that it is cancelled. */
  cancelled(tx: Tx, session: { officeId: string; sessionId: string }): Promise<void>
  /** Gives free seats to the first who wait. */
  fillFreeSeats(tx: Tx, session: { officeId: string; sessionId: string }): Promise<void>
}

interface Former extends Answerable {
  id: string
  officeId: string
  capacity: number | null
}

type Set = Partial<typeof sessions.$inferInsert> & { agenda?: AgendaItem[] }

/**
 * Writes a change of a session whose row is held, and what it means for the guests (see `moveEffect`): another date, time
 * or place raises the sequence of calendars, more seats let in who waits. `now`: ISO instant.
 */
export async function changeSession(
  tx: Tx,
  {
    before,
    set,
    guests,
    now,
  }: { before: Former; set: Set; guests: SessionChangeHooks; now: string },
): Promise<void> {
  const { id, officeId } = before
  const after = { ...before, ...set }
  const { notifies, reopens, ...effect } = moveEffect(before, after, now)
  await tx
    .update(sessions)
    .set({
      ...set,
      ...(reopens && { rsvpClosesAt: null }),
      ...(hasMoved(before, after) && {
        calendarSequence: sql`${sessions.calendarSequence} + 1`,
      }),
    })
    .where(and(eq(sessions.id, id), eq(sessions.officeId, officeId)))
  const session = { officeId, sessionId: id }
  // Whoever waits gets a new seat first, and is then asked like everybody else whether it still suits.
  if (addsSeats(before.capacity, after.capacity)) await guests.fillFreeSeats(tx, session)
  if (notifies) await guests.moved(tx, { ...session, ...effect, before })
}
