import { sql } from 'drizzle-orm'
import { pgTable, uuid } from 'drizzle-orm/pg-core'
import { bytes, instant } from '../platform/columns.ts'

export const calendarFeeds = pgTable('calendar_feeds', {
  id: uuid('id').notNull(),
  officeId: uuid('office_id').notNull(),
  userId: uuid('user_id').notNull(),
  tokenHash: bytes('token_hash').notNull(),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  lastReadAt: instant('last_read_at'),
  revokedAt: instant('revoked_at'),
})
