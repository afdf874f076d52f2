import { sql } from 'drizzle-orm'
import { boolean, date, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../platform/columns.ts'
import { newId } from '../platform/ids.ts'

/** A promise: to whom, by whom, until when, and what became of it. */
export const commitments = pgTable('commitments', {
  id: uuid('id').notNull().$defaultFn(newId),
  officeId: uuid('office_id').notNull(),
  sessionId: uuid('session_id'),
  questionId: uuid('question_id'),
  journalistId: uuid('journalist_id'),
  text: text('text').notNull(),
  offRecord: boolean('off_record').notNull().default(false),
  /** Set by the database. */
  offRecordAt: instant('off_record_at'),
  ownerId: uuid('owner_id').notNull(),
  dueOn: date('due_on', { mode: 'string' }).notNull(),
  state: text('state', { enum: ['open', 'kept', 'dropped'] })
    .notNull()
    .default('open'),
  outcome: text('outcome'),
  settledAt: instant('settled_at'),
  toldAt: instant('told_at'),
  toldChannel: text('told_channel', { enum: ['whatsapp', 'email', 'phone', 'letter'] }),
  /** The day, in the office's zone, on which its owner was last reminded. */
  remindedOn: date('reminded_on', { mode: 'string' }),
  version: integer('version').notNull().default(1),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  updatedAt: instant('updated_at').notNull().default(sql`now()`),
  archivedAt: instant('archived_at'),
})
