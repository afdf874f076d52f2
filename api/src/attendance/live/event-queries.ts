import { and, eq, gt, lte } from 'drizzle-orm'
import type { Db } from '../../platform/database.ts'
import { sessionEvents, sessionFeeds } from './tables.ts'

/** A session by the office it belongs to. */
export interface Watched {
  readonly officeId: string
  readonly sessionId: string
}

/** What changed, by name alone. */
export interface Change {
  readonly event: number
  readonly subject: 'attendance' | 'question' | 'session'
  readonly subjectId: string
  readonly at: string
}

/** More than so many events are not told one by one. */
const maxItems = 500

/** The number of the last event of a session; 0 where nothing has happened. */
export async function lastEventOf(db: Db, { officeId, sessionId }: Watched): Promise<number> {
  const [feed] = await db
    .select({ last: sessionFeeds.lastEvent })
    .from(sessionFeeds)
    .where(and(eq(sessionFeeds.officeId, officeId), eq(sessionFeeds.sessionId, sessionId)))
  return feed?.last ?? 0
}

/**
 * What happened after event `after` up to `until`, each subject once at its last event, in order; null when it is
 * too much to tell one by one, or part of it is no longer kept.
 */
export async function changesBetween(
  db: Db,
  { officeId, sessionId }: Watched,
  { after, until }: { after: number; until: number },
): Promise<Change[] | null> {
  if (after > until || until - after > maxItems) return null
  if (after === until) return []
  const rows = await db
    .select({
      event: sessionEvents.event,
      subject: sessionEvents.subject,
      subjectId: sessionEvents.subjectId,
      at: sessionEvents.at,
    })
    .from(sessionEvents)
    .where(
      and(
        eq(sessionEvents.officeId, officeId),
        eq(sessionEvents.sessionId, sessionId),
        gt(sessionEvents.event, after),
        lte(sessionEvents.event, until),
      ),
    )
    .orderBy(sessionEvents.event)
  // Numbers leave no gaps, so fewer rows means that some were forgotten.
  if (rows.length < until - after) return null
  const last = new Map(rows.map((row) => [`${row.subject} ${row.subjectId}`, row]))
  return [...last.values()].sort((a, b) => a.event - b.event)
}
