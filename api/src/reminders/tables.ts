import { sql } from 'drizzle-orm'
import { boolean, date, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../platform/columns.ts'
import { newId } from '../platform/ids.ts'

/** What became of a step of the reminders of a session; one without a row goes out when its time comes. */
export const reminderSteps = pgTable('reminder_steps', {
  id: uuid('id').notNull().$defaultFn(newId),
  officeId: uuid('office_id').notNull(),
  sessionId: uuid('session_id').notNull(),
  step: text('step').notNull(),
  paused: boolean('paused').notNull().default(false),
  sentAt: instant('sent_at'),
  /** The day of the session it was sent for. */
  sentFor: date('sent_for', { mode: 'string' }),
  /** Since when guests of it could not be written to. */
  failedAt: instant('failed_at'),
  silent: integer('silent').notNull().default(0),
  maybe: integer('maybe').notNull().default(0),
  attending: integer('attending').notNull().default(0),
  mailed: integer('mailed').notNull().default(0),
  queued: integer('queued').notNull().default(0),
  unreached: integer('unreached').notNull().default(0),
  version: integer('version').notNull().default(1),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  updatedAt: instant('updated_at').notNull().default(sql`now()`),
})
