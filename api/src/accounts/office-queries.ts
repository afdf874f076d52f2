import type { Office } from '@ngopi/shared/offices'
import { asc, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '../platform/database.ts'
import { offices } from './tables.ts'

type Row = typeof offices.$inferSelect

/** An office in the shape of the contract. */
export function officeOf({ contactName, contactPhone, ...office }: Row): Office {
  const contact = contactName !== null && contactPhone !== null
  return { ...office, pressContact: contact ? { name: contactName, phone: contactPhone } : null }
}

/** The offices in sight, the own one first: for an admin also those directly below, whose data stays hidden. */
export async function listOffices(db: Db, ownOfficeId: string): Promise<Office[]> {
  const rows = await db
    .select()
    .from(offices)
    .where(isNull(offices.archivedAt))
    .orderBy(sql`${offices.id} <> ${ownOfficeId}`, asc(offices.name), asc(offices.id))
  return rows.map(officeOf)
}

/** One office in sight, or undefined. */
export async function findOffice(db: Db, id: string): Promise<Office | undefined> {
  const [row] = await db.select().from(offices).where(eq(offices.id, id))
  return row && officeOf(row)
}

/** The name of an office in sight; empty where it is none. */
export async function findOfficeName(db: Db, id: string): Promise<string> {
  const [row] = await db.select({ name: offices.name }).from(offices).where(eq(offices.id, id))
  return row?.name ?? ''
}
