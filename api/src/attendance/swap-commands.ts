import type { Tx } from '../platform/database.ts'
import { swapAtDoor, swapBackAtDoor } from '../rsvp/door-substitution-commands.ts'
import type { LockedSession } from '../sessions/session-lock-queries.ts'
import { presentSwaps, readClaims } from './swap-queries.ts'
import { swapsOf } from './swap-rules.ts'

/**
 * Passes places on, and back, until they are as all acts of the session say; answers the substitutes concerned, whose
 * attendance is to be settled anew. Like attendance it follows from the set of acts: a guest who comes after all has
 * the place again. Once the session is done, cancelled or archived the places stay as they are.
 */
export async function applySubstitutions(
  tx: Tx,
  { session, userId }: { session: LockedSession; userId: string },
): Promise<string[]> {
  const { officeId, id: sessionId } = session
  if (session.status !== 'published' || session.archivedAt !== null) return []
  const claims = await readClaims(tx, { officeId, sessionId })
  const wanted = new Map(swapsOf(claims).map(({ giver, taker }) => [giver, taker]))
  const present = presentSwaps(claims)
  const stale = present.filter(({ giver, taker }) => wanted.get(giver) !== taker)
  // First back, so that a substitute can take another's place.
  for (const { giver, takerInvitation } of stale)
    await swapBackAtDoor(tx, { officeId, giver, taker: takerInvitation, userId })
  const staying = new Set(present.filter((swap) => !stale.includes(swap)).map(({ giver }) => giver))
  const made = [...wanted].filter(([giver]) => !staying.has(giver))
  for (const [giver, journalistId] of made) {
    const outletId = claims.find((claim) => claim.giver === giver)?.outletId ?? null
    await swapAtDoor(tx, { officeId, sessionId, giver, journalistId, outletId, userId })
  }
  return [...stale.map(({ taker }) => taker), ...made.map(([, taker]) => taker)]
}
