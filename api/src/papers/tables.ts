import { sql } from 'drizzle-orm'
import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../platform/columns.ts'
import { newId } from '../platform/ids.ts'
import type { Bilingual } from '../platform/language.ts'

export const papers = pgTable('papers', {
  id: uuid('id').notNull().$defaultFn(newId),
  /** The office that asked for it. */
  officeId: uuid('office_id').notNull(),
  sessionId: uuid('session_id').notNull(),
  kind: text('kind', {
    enum: ['letters', 'attendance_sheet', 'filled_attendance_sheet', 'badges'],
  }).notNull(),
  state: text('state', { enum: ['queued', 'making', 'done', 'failed'] })
    .notNull()
    .default('queued'),
  done: integer('done').notNull().default(0),
  total: integer('total').notNull(),
  fileName: text('file_name'),
  bytes: integer('bytes'),
  error: jsonb('error').$type<Bilingual>(),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  expiresAt: instant('expires_at').notNull().default(sql`now() + interval '24 hours'`),
})
