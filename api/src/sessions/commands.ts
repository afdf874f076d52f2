import type { newSession, Session, sessionChanges } from '@ngopi/shared/sessions'
import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { AppError, invalidField } from '../platform/app-error.ts'
import { prepared, type Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { sessionMessages } from './messages.ts'
import { getSession } from './queries.ts'
import { addsSeats, hasMoved, isChangeable, type Occasion, sameInstant } from './rules.ts'
import { type LockedSession, lockSession } from './session-lock-queries.ts'
import { type AgendaItem, series, sessions } from './tables.ts'

type NewSession = z.output<typeof newSession>
type Changes = z.output<typeof sessionChanges>

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

const officeZone = {
  name: 'office_zone',
  text: 'select time_zone as zone from offices where id = $1',
}

const agendaOf = (items: NewSession['agenda']): AgendaItem[] =>
  items.map(({ title, minutes, speaker }) => ({
    title,
    minutes: minutes ?? null,
    speaker: speaker ?? null,
  }))

/** An optional text as it is stored: empty is none, absent is no change. */
const optional = (text: string | null | undefined) =>
  text === undefined ? undefined : text || null

/** Plans a session, as a draft. The zone is that of the office unless given. */
export async function createSession(
  tx: Tx,
  { officeId, session }: { officeId: string; session: NewSession },
): Promise<Session> {
  if (session.seriesId) await requireSeries(tx, { officeId, seriesId: session.seriesId })
  const [office] = await prepared<{ zone: string }>(tx, officeZone, [officeId])
  const id = newId()
  await tx.insert(sessions).values({
    id,
    officeId,
    seriesId: session.seriesId ?? null,
    title: session.title,
    description: session.description || null,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    timeZone: session.timeZone ?? office?.zone ?? 'Asia/Jakarta',
    venue: session.venue,
    mapUrl: session.mapUrl ?? null,
    entryNote: session.entryNote || null,
    agenda: agendaOf(session.agenda),
    capacity: session.capacity ?? null,
    rsvpClosesAt: session.rsvpClosesAt ?? null,
  })
  return getSession(tx, id)
}

async function requireSeries(
  tx: Tx,
  { officeId, seriesId }: { officeId: string; seriesId: string },
) {
  const [found] = await tx
    .select({ id: series.id })
    .from(series)
    .where(and(eq(series.id, seriesId), eq(series.officeId, officeId)))
  if (!found) throw invalidField('seriesId', sessionMessages.unknownSeries)
}

/**
 * Changes a session. Another date, time or place asks guests to confirm again; other words keep the
 * answers; a larger capacity lets those in who wait. 409 `stale`; 409 `full` below the seats taken; 409
 * `closed` when more than words of a cancelled or finished session would change.
 */
export async function updateSession(
  tx: Tx,
  { id, changes, guests }: { id: string; changes: Changes; guests: Guests },
): Promise<Session> {
  const before = await lockSession(tx, id)
  const { version, agenda, description, entryNote, ...given } = changes
  if (before.version !== version) {
    throw new AppError('stale', { current: await getSession(tx, id) })
  }
  const set = withoutAbsent({
    ...given,
    agenda: agenda && agendaOf(agenda),
    description: optional(description),
    entryNote: optional(entryNote),
  })
  if (Object.keys(set).length === 0) return getSession(tx, id)
  const after = { ...before, ...set }
  const moved = hasMoved(before, after)
  checkChange({ before, after, moved })
  await tx
    .update(sessions)
    .set({ ...set, ...(moved && { calendarSequence: sql`${sessions.calendarSequence} + 1` }) })
    .where(and(eq(sessions.id, id), eq(sessions.officeId, before.officeId)))
  const session = { officeId: before.officeId, sessionId: id }
  // Whoever waits gets a new seat first, and is then asked like everybody else whether it still suits.
  if (addsSeats(before.capacity, after.capacity)) await guests.fillFreeSeats(tx, session)
  if (moved) await guests.askToReconfirm(tx, { ...session, before })
  return getSession(tx, id)
}

const withoutAbsent = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }

interface Change {
  before: LockedSession
  after: Pick<LockedSession, 'endsAt' | 'startsAt' | 'capacity' | 'rsvpClosesAt'>
  moved: boolean
}

function checkChange({ before, after, moved }: Change): void {
  if (Date.parse(after.endsAt) <= Date.parse(after.startsAt)) {
    throw invalidField('endsAt', sessionMessages.endBeforeStart)
  }
  const answering =
    before.capacity !== after.capacity || !sameInstant(before.rsvpClosesAt, after.rsvpClosesAt)
  if ((moved || answering) && !isChangeable(before.status)) {
    throw new AppError('closed', { message: sessionMessages.over })
  }
  if (after.capacity !== null && after.capacity < before.seatsTaken) {
    throw new AppError('full', { message: sessionMessages.belowSeatsTaken })
  }
}
