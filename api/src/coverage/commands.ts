import type { Coverage, coverageChanges, newCoverage } from '@ngopi/shared/coverage'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { AppError, type FieldError, invalidField } from '../platform/app-error.ts'
import { prepared, type Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { refusedChange } from '../platform/refused-change.ts'
import { canonicalUrl } from './canonical-url.ts'
import { findCoverage, findSameArticle, getCoverage } from './queries.ts'
import { coverageStrings } from './strings.ts'
import { coverage } from './tables.ts'

type NewCoverage = z.output<typeof newCoverage>
type Changes = z.output<typeof coverageChanges>

/** A placement of one office. */
interface Own {
  officeId: string
  id: string
}

const isOwn = ({ officeId, id }: Own) => and(eq(coverage.id, id), eq(coverage.officeId, officeId))

const findReferences = {
  name: 'coverage_references',
  text: `select ($2::uuid is null or exists (select from outlets where office_id = $1 and id = $2)) as "outletId",
                ($3::uuid is null or exists (select from journalists where office_id = $1 and id = $3)) as "journalistId",
                ($4::uuid is null or exists (select from sessions where office_id = $1 and id = $4)) as "sessionId",
                ($5::uuid is null or exists (select from questions where office_id = $1 and id = $5)) as "questionId"`,
}

const unknown = {
  outletId: coverageStrings.unknownOutlet,
  journalistId: coverageStrings.unknownJournalist,
  sessionId: coverageStrings.unknownSession,
  questionId: coverageStrings.unknownQuestion,
} as const

type Reference = keyof typeof unknown

/** 400 naming every reference that leads out of the office. */
async function checkReferences(
  tx: Tx,
  officeId: string,
  given: Partial<Record<Reference, string | null | undefined>>,
): Promise<void> {
  const names = Object.keys(unknown) as Reference[]
  const ids = names.map((name) => given[name] ?? null)
  const [found] = await prepared<Record<Reference, boolean>>(tx, findReferences, [officeId, ...ids])
  const fields = names.flatMap((path): FieldError[] =>
    found?.[path] ? [] : [{ path, message: unknown[path] }],
  )
  if (fields.length > 0) throw new AppError('invalid', { fields })
}

async function duplicateOf(tx: Tx, id: string | undefined): Promise<AppError> {
  const current = id && (await findCoverage(tx, id))
  return new AppError('duplicate', {
    message: coverageStrings.recordedBefore,
    ...(current && { current }),
  })
}

/** Text that somebody emptied is text that is not there; what is absent stays as it is. */
const optional = (text: string | null | undefined) => (text === '' ? null : text)

/**
 * Records a placement by hand. 400 names references out of the office; the same article in the same outlet
 * again is 409 `duplicate`, with what is recorded already.
 */
export async function recordCoverage(
  tx: Tx,
  { officeId, given }: { officeId: string; given: NewCoverage },
): Promise<Coverage> {
  await checkReferences(tx, officeId, given)
  const canonical = given.url ? canonicalUrl(given.url) : null
  const id = newId()
  const [made] = await tx
    .insert(coverage)
    .values({
      ...given,
      id,
      officeId,
      excerpt: optional(given.excerpt),
      canonicalUrl: canonical,
    })
    // Waits for another who records the same, where asking before would not see it.
    .onConflictDoNothing({
      target: [coverage.officeId, coverage.outletId, coverage.canonicalUrl],
      where: sql`archived_at is null`,
    })
    .returning({ id: coverage.id })
  if (made) return getCoverage(tx, id)
  const same = { officeId, outletId: given.outletId, canonicalUrl: canonical ?? '' }
  throw await duplicateOf(tx, (await findSameArticle(tx, same))[0]?.id)
}

/** Changes a placement; 409 `stale` or `duplicate`, 403 for one of another office. */
export async function changeCoverage(
  tx: Tx,
  { own, changes }: { own: Own; changes: Changes },
): Promise<Coverage> {
  const { version, ...given } = changes
  const [before] = await tx.select().from(coverage).where(isOwn(own)).for('update')
  if (!before || before.version !== version) {
    throw refusedChange(await findCoverage(tx, own.id), own.officeId)
  }
  await checkReferences(tx, own.officeId, given)
  const url = given.url === undefined ? before.url : given.url
  const canonical = url ? canonicalUrl(url) : null
  if ((given.kind ?? before.kind) === 'online' && !canonical) {
    throw invalidField('url', coverageStrings.onlineNeedsUrl)
  }
  const after = { ...before, outletId: given.outletId ?? before.outletId, canonicalUrl: canonical }
  if (!before.archivedAt) await refuseDuplicate(tx, after)
  await tx
    .update(coverage)
    .set({ ...given, url, excerpt: optional(given.excerpt), canonicalUrl: canonical })
    .where(isOwn(own))
  return getCoverage(tx, own.id)
}

async function refuseDuplicate(
  tx: Tx,
  row: Pick<typeof coverage.$inferSelect, 'id' | 'officeId' | 'outletId' | 'canonicalUrl'>,
): Promise<void> {
  const { id: except, canonicalUrl: address, ...place } = row
  if (!address) return
  const asked = {
    officeId: place.officeId,
    outletId: place.outletId,
    canonicalUrl: address,
    except,
  }
  const [same] = await findSameArticle(tx, asked)
  if (same) throw await duplicateOf(tx, same.id)
}

/** Archives a placement; doing it again changes nothing. */
export async function archiveCoverage(tx: Tx, own: Own): Promise<undefined> {
  const archived = await tx
    .update(coverage)
    .set({ archivedAt: sql`now()` })
    .where(and(isOwn(own), isNull(coverage.archivedAt)))
    .returning({ id: coverage.id })
  if (archived.length > 0) return
  const current = await findCoverage(tx, own.id)
  if (current?.officeId !== own.officeId) throw refusedChange(current, own.officeId)
}

/** Brings a placement back; 409 `duplicate` when the article was recorded anew meanwhile. */
export async function restoreCoverage(tx: Tx, own: Own): Promise<Coverage> {
  const [before] = await tx.select().from(coverage).where(isOwn(own)).for('update')
  if (!before) throw refusedChange(await findCoverage(tx, own.id), own.officeId)
  if (before.archivedAt) {
    await refuseDuplicate(tx, before)
    await tx.update(coverage).set({ archivedAt: null }).where(isOwn(own))
  }
  return getCoverage(tx, own.id)
}
