import type { newOutlet, Outlet, outletChanges } from '@ngopi/shared/outlets'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../platform/database.ts'
import { refusedChange } from '../platform/refused-change.ts'
import { phoneColumns } from './contact-rules.ts'
import { distinctLabels, presentText } from './label-rules.ts'
import { findOutlet, getOutlet } from './outlet-queries.ts'
import { outlets } from './tables.ts'
import { domainOf } from './website-rules.ts'

type NewOutlet = (typeof newOutlet)['_output']
type OutletChanges = (typeof outletChanges)['_output']

/** The columns of what was given; what is undefined stays as it is. */
function columnsOf({ phone, website, address, notes, tags, ...same }: Partial<NewOutlet>) {
  return {
    ...same,
    ...phoneColumns(phone),
    website,
    domain: website ? domainOf(website) : website,
    address: presentText(address),
    notes: presentText(notes),
    tags: tags && distinctLabels(tags),
    companyAssociations: same.companyAssociations && [...new Set(same.companyAssociations)],
  }
}

/** Records an outlet of an office; 400 names a phone that is none. */
export async function createOutlet(
  tx: Tx,
  officeId: string,
  { name, platform, ...given }: NewOutlet,
): Promise<Outlet> {
  const [created] = await tx
    .insert(outlets)
    .values({ ...columnsOf(given), officeId, name, platform })
    .returning({ id: outlets.id })
  return getOutlet(tx, created?.id ?? '')
}

/** Changes what is given; 404, 403 or 409 `stale` when the row is not the one that was seen. */
export async function changeOutlet(
  tx: Tx,
  officeId: string,
  id: string,
  { version, ...changes }: OutletChanges,
): Promise<Outlet> {
  const changed = await tx
    .update(outlets)
    // Set even where nothing else is: the row counts as edited.
    .set({ ...columnsOf(changes), updatedAt: sql`now()` })
    .where(and(eq(outlets.id, id), eq(outlets.version, version)))
    .returning({ id: outlets.id })
  const current = await findOutlet(tx, id)
  if (changed.length === 0 || !current) throw refusedChange(current, officeId)
  return current
}

/** Archives an outlet; doing it again changes nothing. */
export async function archiveOutlet(tx: Tx, officeId: string, id: string): Promise<void> {
  const archived = await tx
    .update(outlets)
    .set({ archivedAt: sql`now()` })
    .where(and(eq(outlets.id, id), isNull(outlets.archivedAt)))
    .returning({ id: outlets.id })
  if (archived.length > 0) return
  const current = await findOutlet(tx, id)
  if (current?.officeId !== officeId) throw refusedChange(current, officeId)
}

/** Brings an outlet back; doing it again changes nothing. */
export async function restoreOutlet(tx: Tx, officeId: string, id: string): Promise<Outlet> {
  await tx
    .update(outlets)
    .set({ archivedAt: null })
    .where(and(eq(outlets.id, id), sql`${outlets.archivedAt} is not null`))
  const current = await findOutlet(tx, id)
  if (current?.officeId !== officeId) throw refusedChange(current, officeId)
  return current
}
