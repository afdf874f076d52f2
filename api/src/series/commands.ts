import type { Series } from '@ngopi/shared/series'
import { and, eq, sql } from 'drizzle-orm'
import { zoneOfOffice } from '../accounts/office-zone-queries.ts'
import { AppError } from '../platform/app-error.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import type { SessionChangeHooks } from '../sessions/session-change-commands.ts'
import { followChange, makeMissing, removeDrafts } from './plan-commands.ts'
import type { SeriesDetails } from './planned-session.ts'
import { findOwnSeries, getSeries, lockSeries } from './queries.ts'
import {
  changed,
  checkRecurrence,
  detailsOf,
  detailsOfNew,
  movesDays,
  type NewSeries,
  type SeriesChanges,
} from './rules.ts'
import { seriesStrings } from './strings.ts'
import { series } from './tables.ts'

/** Columns as drizzle takes them: mutable lists. */
export const columnsOf = ({ extraDates, skippedDates, ...details }: SeriesDetails) => ({
  ...details,
  extraDates: [...extraDates],
  skippedDates: [...skippedDates],
})

/** Begins a series and makes its sessions of the coming months, as drafts. */
export async function createSeries(
  tx: Tx,
  { officeId, given, now }: { officeId: string; given: NewSeries; now: string },
): Promise<Series> {
  const details = detailsOfNew(given, await zoneOfOffice(tx, officeId))
  checkRecurrence(details)
  const id = newId()
  await tx.insert(series).values({ id, officeId, ...columnsOf(details) })
  await makeMissing(tx, { officeId, seriesId: id, details, now })
  return getSeries(tx, id)
}

/** Refuses what was seen in another version (409 `stale`), and what is archived (409 `closed`). */
export function checkChangeable(current: Series, version: number): void {
  if (current.version !== version) throw new AppError('stale', { current })
  if (current.archivedAt !== null) {
    throw new AppError('closed', { message: seriesStrings.archived })
  }
}

/**
 * Changes a series and with it all its sessions to come. Words keep the answers; another date, time or place
 * asks guests to confirm again. Days no longer named lose their untouched drafts; others an officer decides.
 */
export async function updateSeries(
  tx: Tx,
  {
    id,
    version,
    changes,
    guests,
    now,
  }: {
    id: string
    version: number
    changes: SeriesChanges
    guests: SessionChangeHooks
    now: string
  },
): Promise<Series> {
  const current = await lockSeries(tx, id)
  checkChangeable(current, version)
  const before = detailsOf(current)
  const after = changed(before, changes)
  if (movesDays(before, after)) checkRecurrence(after)
  if (JSON.stringify(before) === JSON.stringify(after)) return current
  const { officeId } = current
  await writeSeries(tx, current, after)
  await followChange(tx, { officeId, seriesId: id, before, after, guests, now })
  return getSeries(tx, id)
}

export const writeSeries = (tx: Tx, { id, officeId }: Series, details: SeriesDetails) =>
  tx
    .update(series)
    .set(columnsOf(details))
    .where(and(eq(series.id, id), eq(series.officeId, officeId)))

const mark = (tx: Tx, { id, officeId }: Series, archived: boolean) =>
  tx
    .update(series)
    .set({ archivedAt: archived ? sql`now()` : null })
    .where(and(eq(series.id, id), eq(series.officeId, officeId)))

/** Archives a series; its untouched drafts to come go with it. Archiving again changes nothing. */
export async function archiveSeries(
  tx: Tx,
  { id, now }: { id: string; now: string },
): Promise<undefined> {
  const current = await lockSeries(tx, id)
  if (current.archivedAt !== null) return
  await mark(tx, current, true)
  const { officeId } = current
  await removeDrafts(tx, { officeId, seriesId: id, details: detailsOf(current), now })
}

/** Brings a series back; its sessions to come are made again. */
export async function restoreSeries(
  tx: Tx,
  { id, now }: { id: string; now: string },
): Promise<Series> {
  const current = await lockSeries(tx, id)
  if (current.archivedAt === null) return current
  await mark(tx, current, false)
  const { officeId } = current
  await makeMissing(tx, { officeId, seriesId: id, details: detailsOf(current), now })
  return getSeries(tx, id)
}

/** Makes the sessions a series still lacks; for the daily job, on any number of machines. */
export async function planAhead(tx: Tx, { id, now }: { id: string; now: string }): Promise<number> {
  const current = await findOwnSeries(tx, id)
  if (!current || current.archivedAt !== null) return 0
  const { officeId } = current
  return makeMissing(tx, { officeId, seriesId: id, details: detailsOf(current), now })
}
