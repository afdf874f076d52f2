import type { Material, MaterialType, materialsApi } from '@ngopi/shared/materials'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { AppError } from '../platform/app-error.ts'
import { type Db, prepared, type Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { getSession } from '../sessions/queries.ts'
import { getMaterial } from './queries.ts'
import { materialStrings } from './strings.ts'
import { materials } from './tables.ts'

type NewLink = z.output<typeof materialsApi.addLink.schema.body>
type Changes = z.output<typeof materialsApi.update.schema.body>

interface Place {
  officeId: string
  sessionId: string
}

/** 404 for a session out of sight, 403 for one of another office. */
export async function requireOwnSession(db: Db, { officeId, sessionId }: Place): Promise<void> {
  const session = await getSession(db, sessionId)
  if (session.officeId !== officeId) throw new AppError('forbidden')
}

const mostMaterials = 200

/** 422 where a session holds all it may; until the end of the transaction nobody else adds to it. */
async function requireRoom(tx: Tx, { officeId, sessionId }: Place): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`materials ${sessionId}`}, 0))`,
  )
  const stored = await tx.$count(
    materials,
    and(
      eq(materials.officeId, officeId),
      eq(materials.sessionId, sessionId),
      isNull(materials.archivedAt),
    ),
  )
  if (stored >= mostMaterials)
    throw new AppError('unprocessable', { message: materialStrings.tooMany })
}

async function add(
  tx: Tx,
  { officeId, sessionId }: Place,
  values: Omit<typeof materials.$inferInsert, 'id' | 'officeId' | 'sessionId'>,
): Promise<Material> {
  await requireOwnSession(tx, { officeId, sessionId })
  await requireRoom(tx, { officeId, sessionId })
  const id = newId()
  await tx.insert(materials).values({ ...values, id, officeId, sessionId })
  return getMaterial(tx, id)
}

/** Adds a link to a session. */
export const addLink = (
  tx: Tx,
  target: Place,
  { title, url, embargoUntil = null, audience }: NewLink,
): Promise<Material> => add(tx, target, { title, url, embargoUntil, audience })

/** Adds a received file to a session; `keep` puts it in its place, before the row can be seen. */
export async function addFile(
  tx: Tx,
  target: Place,
  {
    file,
    keep,
    ...said
  }: {
    title: string
    audience: Material['audience']
    embargoUntil: string | null
    file: { name: string; mediaType: MaterialType; digest: Buffer; bytes: number }
    keep: () => Promise<void>
  },
): Promise<Material> {
  const { name: fileName, ...kept } = file
  const material = await add(tx, target, { ...said, ...kept, fileName })
  await keep()
  return material
}

/** Changes a material; 409 `stale`, 403 for one of another office. */
export async function updateMaterial(
  tx: Tx,
  { officeId, id, changes }: { officeId: string; id: string; changes: Changes },
): Promise<Material> {
  const { version, ...given } = changes
  const [changed] = await tx
    .update(materials)
    // A change of nothing is a change all the same: the caller saw this version.
    .set({ ...given, id: sql`${materials.id}` })
    .where(
      and(eq(materials.id, id), eq(materials.officeId, officeId), eq(materials.version, version)),
    )
    .returning({ id: materials.id })
  const current = await getMaterial(tx, id)
  if (changed) return current
  await requireOwnSession(tx, { officeId, sessionId: current.sessionId })
  throw new AppError('stale', { current })
}

/** Takes a material away from everybody, or brings it back. Doing it again changes nothing. */
export async function setArchived(
  tx: Tx,
  { officeId, id, archived }: { officeId: string; id: string; archived: boolean },
): Promise<Material> {
  const { sessionId, archivedAt } = await getMaterial(tx, id)
  await requireOwnSession(tx, { officeId, sessionId })
  if ((archivedAt !== null) !== archived) {
    if (!archived) await requireRoom(tx, { officeId, sessionId })
    await tx
      .update(materials)
      .set({ archivedAt: archived ? sql`now()` : null })
      .where(and(eq(materials.id, id), eq(materials.officeId, officeId)))
  }
  return getMaterial(tx, id)
}

const countOne = {
  name: 'count_download',
  text: 'update materials set downloads = downloads + 1 where id = $1',
}

/** Counts that a material was fetched; by whom is not kept. */
export async function countDownload(tx: Tx, id: string): Promise<void> {
  await prepared(tx, countOne, [id])
}
