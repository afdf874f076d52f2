import type { Series } from '@ngopi/shared/series'
import { and, eq, ne, sql } from 'drizzle-orm'
import { AppError } from '../platform/app-error.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import type { SessionChangeHooks } from '../sessions/session-change-commands.ts'
import { sessions } from '../sessions/tables.ts'
import { checkChangeable, columnsOf, writeSeries } from './commands.ts'
import { followChange } from './plan-commands.ts'
import { getSeries, lockSeries } from './queries.ts'
import { checkRecurrence, detailsOf, type SeriesChanges } from './rules.ts'
import { splitSeries } from './split.ts'
import { seriesStrings } from './strings.ts'
import { series } from './tables.ts'

interface Cut {
  id: string
  version: number
  /** The first day of the second half. */
  from: string
  changes: SeriesChanges
  guests: SessionChangeHooks
  now: string
}

/** The day a session goes by when its series is cut; as `goesWith` has it. */
const sessionDay = sql`coalesce(${sessions.occurrenceDate}, (${sessions.startsAt} at time zone ${sessions.timeZone})::date)`

/**
 * Ends a series before a day and continues it from there as a new one, changed. Its sessions from that day
 * on go over with all that hangs on them. A series that continued it already continues the new one. 409
 * `stale`; 409 `closed` when there is nothing before the day, or nothing from it on.
 */
export async function splitSeriesAt(tx: Tx, cut: Cut): Promise<Series> {
  const { id, version, from, changes, guests, now } = cut
  const current = await lockSeries(tx, id)
  checkChangeable(current, version)
  const before = detailsOf(current)
  const { earlier, later, names } = splitSeries(before, from, changes)
  const has = await sidesOf(tx, current, from)
  if (!names.earlier && !has.earlier) {
    throw new AppError('closed', { message: seriesStrings.nothingBefore })
  }
  if (!names.later && !has.later) {
    throw new AppError('closed', { message: seriesStrings.nothingAfter })
  }
  if (changes.rrule !== undefined || changes.startsOn !== undefined) checkRecurrence(later)

  const { officeId } = current
  const nextId = newId()
  await writeSeries(tx, current, earlier)
  await tx.insert(series).values({ id: nextId, officeId, ...columnsOf(later) })
  await link(tx, { officeId, id, nextId })
  await tx
    .update(sessions)
    .set({ seriesId: nextId })
    .where(
      and(
        eq(sessions.officeId, officeId),
        eq(sessions.seriesId, id),
        sql`${sessionDay} >= ${from}::date`,
      ),
    )
  await followChange(tx, { officeId, seriesId: nextId, before, after: later, guests, now })
  return getSeries(tx, nextId)
}

/** Whether sessions of the series lie before the day, and from it on. */
async function sidesOf(tx: Tx, { id, officeId }: Series, from: string) {
  const [found] = await tx
    .select({
      earlier: sql<boolean>`coalesce(bool_or(${sessionDay} < ${from}::date), false)`,
      later: sql<boolean>`coalesce(bool_or(${sessionDay} >= ${from}::date), false)`,
    })
    .from(sessions)
    .where(and(eq(sessions.officeId, officeId), eq(sessions.seriesId, id)))
  return found ?? { earlier: false, later: false }
}

/** Puts the new half between the series and the one that continued it; each is continued once. */
async function link(
  tx: Tx,
  { officeId, id, nextId }: { officeId: string; id: string; nextId: string },
): Promise<void> {
  await tx
    .update(series)
    .set({ previousSeriesId: nextId })
    .where(
      and(eq(series.officeId, officeId), eq(series.previousSeriesId, id), ne(series.id, nextId)),
    )
  await tx
    .update(series)
    .set({ previousSeriesId: id })
    .where(and(eq(series.officeId, officeId), eq(series.id, nextId)))
}
