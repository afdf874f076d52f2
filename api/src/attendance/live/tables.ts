import { bigint, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../../platform/columns.ts'

/** The number of the last event of a session. */
export const sessionFeeds = pgTable('session_feeds', {
  officeId: uuid('office_id').notNull(),
  sessionId: uuid('session_id').notNull(),
  lastEvent: bigint('last_event', { mode: 'number' }).notNull().default(0),
})

/** Written by triggers alone. */
export const sessionEvents = pgTable('session_events', {
  officeId: uuid('office_id').notNull(),
  sessionId: uuid('session_id').notNull(),
  event: bigint('event', { mode: 'number' }).notNull(),
  subject: text('subject', { enum: ['attendance', 'question', 'session'] }).notNull(),
  subjectId: uuid('subject_id').notNull(),
  at: instant('at').notNull(),
})
