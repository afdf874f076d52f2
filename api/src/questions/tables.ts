import { sql } from 'drizzle-orm'
import { boolean, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../platform/columns.ts'
import { newId } from '../platform/ids.ts'

export const questions = pgTable('questions', {
  id: uuid('id').notNull().$defaultFn(newId),
  officeId: uuid('office_id').notNull(),
  sessionId: uuid('session_id').notNull(),
  /** The invitation of the one who asks; null for a walk-in or a question without a name. */
  invitationId: uuid('invitation_id'),
  journalistId: uuid('journalist_id'),
  outletId: uuid('outlet_id'),
  text: text('text').notNull(),
  topic: text('topic'),
  origin: text('origin', { enum: ['advance', 'floor'] }).notNull(),
  offRecord: boolean('off_record').notNull().default(false),
  answerText: text('answer_text'),
  answeredBy: text('answered_by'),
  version: integer('version').notNull().default(1),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  updatedAt: instant('updated_at').notNull().default(sql`now()`),
  archivedAt: instant('archived_at'),
})
