import { sql } from 'drizzle-orm'
import { boolean, doublePrecision, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
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
  /** Set by the database. */
  offRecordAt: instant('off_record_at'),
  answerText: text('answer_text'),
  answeredBy: text('answered_by'),
  state: text('state', { enum: ['waiting', 'live', 'answered', 'set_aside'] })
    .notNull()
    .default('waiting'),
  /** Order set by hand; null: by the time asked, after those placed. */
  place: doublePrecision('place'),
  /** When its turn came. */
  askedAt: instant('asked_at'),
  answeredAt: instant('answered_at'),
  /** As called out in the room, where the asker is not known by record. */
  askerName: text('asker_name'),
  version: integer('version').notNull().default(1),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  updatedAt: instant('updated_at').notNull().default(sql`now()`),
  archivedAt: instant('archived_at'),
})
