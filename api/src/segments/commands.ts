import type { Segment, segmentsApi } from '@ngopi/shared/segments'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '../platform/database.ts'
import { refusedChange } from '../platform/refused-change.ts'
import { findSegment, getSegment } from './queries.ts'
import { segments } from './tables.ts'

type NewSegment = z.output<typeof segmentsApi.create.schema.body>
type SegmentChanges = z.output<typeof segmentsApi.update.schema.body>

/** Saves a filter under a name; 409 `duplicate` when the office has a segment of that name. */
export async function createSegment(tx: Tx, officeId: string, given: NewSegment): Promise<Segment> {
  const [created] = await tx
    .insert(segments)
    .values({ officeId, ...given })
    .returning({ id: segments.id })
  return getSegment(tx, created?.id ?? '')
}

/** Changes what is given; 404, 403, 409 `stale` or `duplicate`. */
export async function changeSegment(
  tx: Tx,
  officeId: string,
  id: string,
  { version, ...changes }: SegmentChanges,
): Promise<Segment> {
  const changed = await tx
    .update(segments)
    // Set even where nothing else is: the row counts as edited.
    .set({ ...changes, updatedAt: sql`now()` })
    .where(and(eq(segments.id, id), eq(segments.version, version)))
    .returning({ id: segments.id })
  const current = await findSegment(tx, id)
  if (changed.length === 0 || !current) throw refusedChange(current, officeId)
  return current
}

/** Archives a segment; doing it again changes nothing. */
export async function archiveSegment(tx: Tx, officeId: string, id: string): Promise<void> {
  await tx
    .update(segments)
    .set({ archivedAt: sql`now()` })
    .where(and(eq(segments.id, id), isNull(segments.archivedAt)))
  const current = await findSegment(tx, id)
  if (current?.officeId !== officeId) throw refusedChange(current, officeId)
}

/** Brings a segment back; 409 `duplicate` when its name was taken meanwhile. Doing it again changes nothing. */
export async function restoreSegment(tx: Tx, officeId: string, id: string): Promise<Segment> {
  await tx
    .update(segments)
    .set({ archivedAt: null })
    .where(and(eq(segments.id, id), sql`${segments.archivedAt} is not null`))
  const current = await findSegment(tx, id)
  if (current?.officeId !== officeId) throw refusedChange(current, officeId)
  return current
}
