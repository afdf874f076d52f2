import { sql } from 'drizzle-orm'
import { customType, integer } from 'drizzle-orm/pg-core'

/**
 * PostgreSQL's text of a timestamptz under `timezone=UTC` (`2025-10-29 02:00:00.123456+00`) as
 * ISO 8601 with milliseconds. Slicing, since a Date for each of them is what a list would wait for.
 */
export function isoInstant(text: string): string {
  const fraction = text[19] === '.' ? text.slice(20, text.indexOf('+', 20)) : ''
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction.slice(0, 3).padEnd(3, '0')}Z`
}

/** An instant: `timestamptz` in the database, an ISO string in code. */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamp with time zone',
  fromDriver: isoInstant,
})

/** Raw bytes, for hashes. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({
  dataType: () => 'bytea',
})

/** What every row that people edit carries; the database moves `version` and `updatedAt` by itself. */
export const edited = {
  version: integer('version').notNull().default(1),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  updatedAt: instant('updated_at').notNull().default(sql`now()`),
}

/** Of rows that are put away instead of deleted. */
export const archivable = { archivedAt: instant('archived_at') }
