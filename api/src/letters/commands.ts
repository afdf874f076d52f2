import { randomBytes } from 'node:crypto'
import type { Letter, lettersApi } from '@ngopi/shared/letters'
import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { AppError } from '../platform/app-error.ts'
import type { Tx } from '../platform/database.ts'
import { getSession } from '../sessions/queries.ts'
import { getLetter } from './queries.ts'
import { sessionLetters } from './tables.ts'

/** 128 random bits: nobody comes upon the proof page of a letter without having seen the letter. */
const newCode = () => randomBytes(16).toString('base64url')

/**
 * Saves the letter of a session of the own office; version 0 makes it, with the code that its proof page keeps for good.
 * 409 with the present letter when another change came first, 404 out of sight, 403 for another office.
 */
export async function saveLetter(
  tx: Tx,
  {
    sessionId,
    officeId,
    publicUrl,
    now,
    letter: { version, body = null, ...fields },
  }: {
    sessionId: string
    officeId: string
    publicUrl: string
    now: string
    letter: z.output<typeof lettersApi.save.schema.body>
  },
): Promise<Letter> {
  const session = await getSession(tx, sessionId)
  if (session.officeId !== officeId) throw new AppError('forbidden')
  const { startsAt, endsAt, timeZone, venue } = session
  const values = { ...fields, body, occasion: { startsAt, endsAt, timeZone, venue } }
  const written =
    version === 0
      ? await tx
          .insert(sessionLetters)
          .values({ ...values, officeId, sessionId, code: newCode() })
          .onConflictDoNothing({ target: [sessionLetters.officeId, sessionLetters.sessionId] })
          .returning({ id: sessionLetters.id })
      : await tx
          .update(sessionLetters)
          .set({ ...values, version })
          .where(and(eq(sessionLetters.sessionId, sessionId), eq(sessionLetters.version, version)))
          .returning({ id: sessionLetters.id })
  const current = await getLetter(tx, { sessionId, publicUrl, now })
  if (written.length === 0) throw new AppError('stale', { current })
  return current
}
