import type { JournalistFilter } from '@ngopi/shared/segments'
import { and, desc, eq } from 'drizzle-orm'
import type { Tx } from '../platform/database.ts'
import { audienceToInvite } from '../segments/audience-queries.ts'
import { createSegment } from '../segments/commands.ts'
import { segmentUses } from '../segments/tables.ts'
import { sessions } from '../sessions/tables.ts'

const saved: readonly [string, JournalistFilter][] = [
  ['Daring dan TV di Pemalang (contoh)', { platforms: ['online', 'tv'], cities: ['Pemalang'] }],
  ['Diundang 3×, hadir 0 (contoh)', { history: { invited: { min: 3 }, attended: { max: 0 } } }],
  ['Hadir, tidak menulis (contoh)', { history: { attended: { min: 1 }, published: { max: 0 } } }],
  ['Belum pernah diundang (contoh)', { history: { invited: { max: 0 } } }],
]

/** Four segments an office would keep; the first was used for the last meeting, before two more came to it. */
export async function seedSegments(tx: Tx, officeId: string): Promise<void> {
  const made = []
  for (const [name, filter] of saved) made.push(await createSegment(tx, officeId, { name, filter }))
  const [first] = made
  const [last] = await tx
    .select({ id: sessions.id, at: sessions.startsAt })
    .from(sessions)
    .where(and(eq(sessions.officeId, officeId), eq(sessions.status, 'done')))
    .orderBy(desc(sessions.startsAt))
    .limit(1)
  if (!first || !last) return
  const { members, memberIds } = await audienceToInvite(
    tx,
    { officeId, filter: first.filter, priority: 'name' },
    500,
  )
  const newer = new Set(members.slice(-2).map(({ journalistId }) => journalistId))
  await tx.insert(segmentUses).values({
    officeId,
    segmentId: first.id,
    sessionId: last.id,
    usedAt: new Date(Date.parse(last.at) - 7 * 86_400_000).toISOString(),
    members: memberIds.filter((id) => !newer.has(id)),
  })
}
