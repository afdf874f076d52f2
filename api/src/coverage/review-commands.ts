import type { Coverage, coverageApi } from '@ngopi/shared/coverage'
import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '../platform/database.ts'
import { refusedChange } from '../platform/refused-change.ts'
import { findCoverage, getCoverage } from './queries.ts'
import { coverage, reviews } from './tables.ts'

type Judgement = z.output<typeof coverageApi.review.schema.body>

/**
 * Adds a judgement beside the earlier ones; the latest decides the state. 404 out of sight, 403 for a
 * placement of another office, which a regional manager reads but does not judge.
 */
export async function reviewCoverage(
  tx: Tx,
  {
    officeId,
    userId,
    id,
    judgement,
  }: { officeId: string; userId: string; id: string; judgement: Judgement },
): Promise<Coverage> {
  const judged = await tx
    .update(coverage)
    .set({ state: judgement.decision, reviewedAt: sql`now()` })
    .where(and(eq(coverage.id, id), eq(coverage.officeId, officeId)))
    .returning({ id: coverage.id })
  if (judged.length === 0) throw refusedChange(await findCoverage(tx, id), officeId)
  await tx.insert(reviews).values({
    officeId,
    coverageId: id,
    decision: judgement.decision,
    headlineTone: judgement.headlineTone ?? null,
    bodyTone: judgement.bodyTone ?? null,
    note: judgement.note || null,
    byUserId: userId,
  })
  return getCoverage(tx, id)
}
