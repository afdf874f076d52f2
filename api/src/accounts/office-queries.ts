import type { Office } from '@ngopi/shared/offices'
import { asc, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import type { Db } from '../platform/database.ts'
import { offices } from './tables.ts'

/** The columns an office is answered from. */
export const officeColumns = {
  ...getTableColumns(offices),
  // By name, since drizzle leaves the table out of a column where a statement has one table only.
  hasLogo: sql<boolean>`exists (select from office_logos l where l.office_id = offices.id)`,
}

type Row = typeof offices.$inferSelect & { hasLogo: boolean }

/** A time of day without its seconds. */
const clock = (time: string) => time.slice(0, 5)

/** An office in the shape of the contract. */
export function officeOf({
  contactName,
  contactPhone,
  contactEmail,
  quietFrom,
  quietUntil,
  seatPolicy,
  offerMinutes,
  reminders,
  ...office
}: Row): Office {
  const contact = contactName !== null && contactPhone !== null
  const quiet = quietFrom !== null && quietUntil !== null
  return {
    ...office,
    pressContact: contact ? { name: contactName, phone: contactPhone, email: contactEmail } : null,
    sending: {
      quietHours: quiet ? { from: clock(quietFrom), until: clock(quietUntil) } : null,
      seatPolicy,
      offerMinutes,
      reminders,
    },
  }
}

/** The offices in sight, the own one first: for an admin also those directly below, whose data stays hidden. */
export async function listOffices(db: Db, ownOfficeId: string): Promise<Office[]> {
  const rows = await db
    .select(officeColumns)
    .from(offices)
    .where(isNull(offices.archivedAt))
    .orderBy(sql`${offices.id} <> ${ownOfficeId}`, asc(offices.name), asc(offices.id))
  return rows.map(officeOf)
}

/** One office in sight, or undefined. */
export async function findOffice(db: Db, id: string): Promise<Office | undefined> {
  const [row] = await db.select(officeColumns).from(offices).where(eq(offices.id, id))
  return row && officeOf(row)
}

/** The name of an office in sight; empty where it is none. */
export async function findOfficeName(db: Db, id: string): Promise<string> {
  const [row] = await db.select({ name: offices.name }).from(offices).where(eq(offices.id, id))
  return row?.name ?? ''
}
