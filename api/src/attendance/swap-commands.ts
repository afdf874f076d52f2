import type { Tx } from '../platform/database.ts'
import { swapAtDoor, swapBackAtDoor } from '../rsvp/door-substitution-commands.ts'
import type { LockedSession } from '../sessions/session-lock-queries.ts'
import { presentSwaps, readClaims } from './swap-queries.ts'
import { swapsOf } from './swap-rules.ts'

/**
 * Passes places on, and back, until they are as all scans of the session say; answers the substitutes concerned, whose
 * attendance is to be settled anew. Like attendance it follows from the set of scans: a guest who comes after all has
 * the place again. Once the session is done, cancelled or archived the places stay as they are.
 */
export async function applySubstitutions(
  tx: Tx,
  { session, userId }: { session: LockedSession; userId: string },
): Promise<string[]> {
  const { officeId, id: sessionId } = session
  if (session.status !== 'published' || session.archivedAt !== null) return []
  const claims = await readClaims(tx, { officeId, sessionId })
  const wanted = new Map(swapsOf(claims).map(({ from, to }) => [from, to]))
  const present = presentSwaps(claims)
  const stale = present.filter(({ from, to }) => wanted.get(from) !== to)
  // First back, so that a substitute can take another's place.
  for (const { from, takerInvitation } of stale)
    await swapBackAtDoor(tx, { officeId, from, to: takerInvitation, userId })
  const staying = new Set(present.filter((swap) => !stale.includes(swap)).map(({ from }) => from))
  const made = [...wanted].filter(([from]) => !staying.has(from))
  for (const [from, journalistId] of made) {
    const outletId = claims.find((claim) => claim.from === from)?.outletId ?? null
    await swapAtDoor(tx, { officeId, sessionId, from, journalistId, outletId, userId })
  }
  return [...stale.map(({ to }) => to), ...made.map(([, to]) => to)]
}
