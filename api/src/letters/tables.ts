import { sql } from 'drizzle-orm'
import { date, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../platform/columns.ts'
import { newId } from '../platform/ids.ts'
import type { Occasion } from '../sessions/rules.ts'

/** The formal letter of a session; its code opens the public page that proves it. */
export const sessionLetters = pgTable('session_letters', {
  id: uuid('id').notNull().$defaultFn(newId),
  officeId: uuid('office_id').notNull(),
  sessionId: uuid('session_id').notNull(),
  number: text('number').notNull(),
  nature: text('nature').notNull(),
  attachment: text('attachment').notNull(),
  subject: text('subject').notNull(),
  place: text('place').notNull(),
  datedOn: date('dated_on', { mode: 'string' }).notNull(),
  body: text('body'),
  copiesTo: text('copies_to').array().notNull().default([]),
  code: text('code').notNull(),
  /** Time and place as the letter stated them when it was last saved. */
  occasion: jsonb('occasion').$type<Occasion>().notNull(),
  version: integer('version').notNull().default(1),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  updatedAt: instant('updated_at').notNull().default(sql`now()`),
})
