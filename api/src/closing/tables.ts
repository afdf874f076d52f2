import type { ClosingCounts } from '@ngopi/shared/closings'
import { sql } from 'drizzle-orm'
import { jsonb, pgTable, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../platform/columns.ts'

/** Append-only: the counts of a session when it was closed. */
export const sessionClosings = pgTable('session_closings', {
  officeId: uuid('office_id').notNull(),
  sessionId: uuid('session_id').notNull(),
  closedAt: instant('closed_at').notNull().default(sql`now()`),
  closedBy: uuid('closed_by').notNull(),
  counts: jsonb('counts').$type<ClosingCounts>().notNull(),
})
