import type { Minutes, minutesApi } from '@ngopi/shared/minutes'
import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import { AppError } from '../platform/app-error.ts'
import type { Tx } from '../platform/database.ts'
import { getSession } from '../sessions/queries.ts'
import { minutesMessages } from './messages.ts'
import { getMinutes } from './queries.ts'
import { minutes, minutesVersions } from './tables.ts'

/** Who writes, and of which session. */
export interface Writer {
  officeId: string
  userId: string
  userName: string
  sessionId: string
}

async function requireOwn(tx: Tx, { officeId, sessionId }: Writer): Promise<void> {
  const session = await getSession(tx, sessionId)
  if (session.officeId !== officeId) throw new AppError('forbidden')
}

const ofSession = ({ officeId, sessionId }: Writer) =>
  and(eq(minutes.officeId, officeId), eq(minutes.sessionId, sessionId))

const currentOf = (tx: Tx, { sessionId, userName }: Writer): Promise<Minutes> =>
  getMinutes(tx, { sessionId, minuteTaker: userName })

/** Why nothing was written: signed meanwhile, or another save came first. */
function refused(current: Minutes): AppError {
  return current.signedAt ? new AppError('closed') : new AppError('stale', { current })
}

/**
 * Saves the minutes of a session of the own office and keeps what they say as a version; version 0 makes them. 409
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
  await requireOwn(tx, writer)
  const { officeId, sessionId, userId } = writer
  const values = {
    body,
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
    body,
    byUserId: userId,
  })
  return currentOf(tx, writer)
}

/** Closes the minutes for good; 422 while nobody is named who signs, else as `saveMinutes`. */
export async function signMinutes(
  tx: Tx,
  writer: Writer,
  { version, now }: { version: number; now: string },
): Promise<Minutes> {
  await requireOwn(tx, writer)
  const [before] = await tx.select().from(minutes).where(ofSession(writer)).for('no key update')
  if (!before || before.signedAt || before.version !== version)
    throw refused(await currentOf(tx, writer))
  if (before.signatoryName === '')
    throw new AppError('unprocessable', { message: minutesMessages.nobodySigns })
  await tx.update(minutes).set({ signedAt: now, signedBy: writer.userId }).where(ofSession(writer))
  return currentOf(tx, writer)
}
