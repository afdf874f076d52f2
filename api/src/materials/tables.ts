import { sql } from 'drizzle-orm'
import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, instant } from '../platform/columns.ts'
import { newId } from '../platform/ids.ts'

export const materials = pgTable('materials', {
  id: uuid('id').notNull().$defaultFn(newId),
  officeId: uuid('office_id').notNull(),
  sessionId: uuid('session_id').notNull(),
  title: text('title').notNull(),
  /** Of a link; null for a file. */
  url: text('url'),
  fileName: text('file_name'),
  mediaType: text('media_type'),
  bytes: integer('bytes'),
  /** SHA-256 of the file's content; names it in the data folder. */
  digest: bytes('digest'),
  embargoUntil: instant('embargo_until'),
  audience: text('audience', { enum: ['invited', 'attending', 'present'] })
    .notNull()
    .default('invited'),
  downloads: integer('downloads').notNull().default(0),
  version: integer('version').notNull().default(1),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  updatedAt: instant('updated_at').notNull().default(sql`now()`),
  archivedAt: instant('archived_at'),
})
