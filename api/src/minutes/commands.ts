import type { Minutes, minutesApi } from '@ngopi/shared/minutes'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { AppError } from '../platform/app-error.ts'
import type { Tx } from '../platform/database.ts'
import { lockSession } from '../sessions/session-lock-queries.ts'
import { onTheRecord } from './off-record.ts'
import { getMinutes } from './queries.ts'
import { minutesStrings } from './strings.ts'
import { minutes, minutesVersions } from './tables.ts'

/** Who writes, and of which session. */
export interface Writer {
  officeId: string
  userId: string
  userName: string
  sessionId: string
}

const ofSession = ({ officeId, sessionId }: Writer) =>
  and(eq(minutes.officeId, officeId), eq(minutes.sessionId, sessionId))

const currentOf = (tx: Tx, { officeId, sessionId, userName }: Writer): Promise<Minutes> =>
  getMinutes(tx, { officeId, sessionId, minuteTaker: userName })

/** Why nothing was written: signed meanwhile, or another save came first. */
function refused(current: Minutes): AppError {
  return current.signedAt ? new AppError('closed') : new AppError('stale', { current })
}

/**
 * Saves the minutes of a session of the own office and keeps what they say as a version; version 0 makes them. What is
 * off the record is left out, and nothing goes off the record meanwhile: the session is taken first by both. 409
 * `closed` once signed, `stale` with the present ones when another save came first; 404 out of sight, 403 elsewhere.
 */
export async function saveMinutes(
  tx: Tx,
  writer: Writer,
  {
    version,
    body,
    chair = null,
    minuteTaker = null,
    closedAt = null,
    signature,
  }: z.output<typeof minutesApi.save.schema.body>,
): Promise<Minutes> {
  const { officeId, sessionId, userId } = writer
  await lockSession(tx, sessionId)
  const values = {
    body: await onTheRecord(tx, { officeId, sessionId }, body),
    chair,
    minuteTaker,
    closedAt,
    signatoryName: signature.name,
    signatoryTitle: signature.title,
    signatoryRank: signature.rank,
    signatoryNip: signature.nip,
  }
  const written = { id: minutes.id, number: minutes.version }
  const [saved] =
    version === 0
      ? await tx
          .insert(minutes)
          .values({ ...values, officeId, sessionId })
          .onConflictDoNothing({ target: [minutes.officeId, minutes.sessionId] })
          .returning(written)
      : await tx
          .update(minutes)
          .set(values)
          .where(and(ofSession(writer), eq(minutes.version, version), isNull(minutes.signedAt)))
          .returning(written)
  if (!saved) throw refused(await currentOf(tx, writer))
  await tx.insert(minutesVersions).values({
    officeId,
    minutesId: saved.id,
    number: saved.number,
    body: values.body,
    // Not the start of the transaction: it may have waited for what went off the record before it.
    at: sql`clock_timestamp()`,
    byUserId: userId,
  })
  return currentOf(tx, writer)
}

/**
 * Closes the minutes for good; 422 while nobody is named who signs, or what was saved holds what went off the record
 * since, else as `saveMinutes`.
 */
export async function signMinutes(
  tx: Tx,
  writer: Writer,
  { version, now }: { version: number; now: string },
): Promise<Minutes> {
  const { officeId, sessionId } = writer
  await lockSession(tx, sessionId)
  const [before] = await tx.select().from(minutes).where(ofSession(writer)).for('no key update')
  if (!before || before.signedAt || before.version !== version)
    throw refused(await currentOf(tx, writer))
  if (before.signatoryName === '')
    throw new AppError('unprocessable', { message: minutesStrings.nobodySigns })
  const open = await onTheRecord(tx, { officeId, sessionId }, before.body)
  if (JSON.stringify(open) !== JSON.stringify(before.body))
    throw new AppError('unprocessable', { message: minutesStrings.holdsOffRecord })
  await tx.update(minutes).set({ signedAt: now, signedBy: writer.userId }).where(ofSession(writer))
  return currentOf(tx, writer)
}
