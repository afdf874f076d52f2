import type { Session } from '@ngopi/shared/sessions'
import { and, eq, sql } from 'drizzle-orm'
import { AppError } from '../platform/app-error.ts'
import type { Tx } from '../platform/database.ts'
import { isChangeable } from './rules.ts'
import { answerSession } from './session-answer-queries.ts'
import type { SessionChangeHooks } from './session-change-commands.ts'
import { type LockedSession, lockSession } from './session-lock-queries.ts'
import { sessionStrings } from './strings.ts'
import { sessions } from './tables.ts'

/** Opens a draft for answers; sends nothing. Publishing again changes nothing. */
export async function publishSession(tx: Tx, id: string): Promise<Session> {
  const session = await lockSession(tx, id)
  if (session.status === 'published') return answerSession(tx, id)
  if (session.status !== 'draft' || session.archivedAt) {
    throw new AppError('closed', { message: sessionStrings.cannotPublish })
  }
  return change(tx, session, { status: 'published' })
}

/**
 * Cancels a session that is not over, and tells its guests unless its time has passed (`now`: ISO instant). Answers stay
 * as they are; calendars take it out by the new sequence.
 */
export async function cancelSession(
  tx: Tx,
  {
    id,
    reason,
    guests,
    now,
  }: { id: string; reason: string; guests: Pick<SessionChangeHooks, 'cancelled'>; now: string },
): Promise<Session> {
  const session = await lockSession(tx, id)
  if (!isChangeable(session.status)) {
    throw new AppError('closed', { message: sessionStrings.cannotCancel })
  }
  const cancelled = await change(tx, session, {
    status: 'cancelled',
    cancelReason: reason,
    calendarSequence: sql`${sessions.calendarSequence} + 1`,
  })
  if (Date.parse(session.endsAt) > Date.parse(now))
    await guests.cancelled(tx, { officeId: session.officeId, sessionId: id })
  return cancelled
}

/** What closing a session means to the features built on it; its row is held and it is done. */
export type CloseSession = (
  tx: Tx,
  closed: {
    officeId: string
    sessionId: string
    userId: string
    excused: readonly { invitationId: string; reason: string | null }[]
    /** Invitations of guests who had declined and are absent all the same. */
    absent: readonly string[]
  },
) => Promise<void>

/** Closes a published session that has begun. Completing again changes nothing. */
export async function completeSession(
  tx: Tx,
  {
    id,
    now,
    userId,
    excused,
    absent,
    close,
  }: { id: string; now: Date; close: CloseSession } & Pick<
    Parameters<CloseSession>[1],
    'userId' | 'excused' | 'absent'
  >,
): Promise<Session> {
  const session = await lockSession(tx, id)
  if (session.status === 'done') return answerSession(tx, id)
  if (session.status !== 'published') {
    throw new AppError('closed', { message: sessionStrings.notPublished })
  }
  if (Date.parse(session.startsAt) > now.getTime()) {
    throw new AppError('closed', { message: sessionStrings.notBegun })
  }
  await change(tx, session, { status: 'done' })
  await close(tx, { officeId: session.officeId, sessionId: id, userId, excused, absent })
  return answerSession(tx, id)
}

/** Archives a session that is not published. Archiving again changes nothing. */
export async function archiveSession(tx: Tx, id: string): Promise<undefined> {
  const session = await lockSession(tx, id)
  if (session.archivedAt) return
  if (session.status === 'published') {
    throw new AppError('closed', { message: sessionStrings.archivePublished })
  }
  await change(tx, session, { archivedAt: sql`now()` })
}

/** Keeps a session although its series no longer names its day; nothing changes where it does. */
export async function keepSession(tx: Tx, id: string): Promise<Session> {
  const session = await lockSession(tx, id)
  if (session.offRule !== 'undecided') return answerSession(tx, id)
  return change(tx, session, { offRule: 'kept', handEdited: true })
}

/** Brings an archived session back as it was. */
export async function restoreSession(tx: Tx, id: string): Promise<Session> {
  const session = await lockSession(tx, id)
  return session.archivedAt ? change(tx, session, { archivedAt: null }) : answerSession(tx, id)
}

type Set = Parameters<ReturnType<Tx['update']>['set']>[0]

async function change(tx: Tx, { id, officeId }: LockedSession, set: Set): Promise<Session> {
  await tx
    .update(sessions)
    .set(set)
    .where(and(eq(sessions.id, id), eq(sessions.officeId, officeId)))
  return answerSession(tx, id)
}
