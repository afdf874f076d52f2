import type { JournalistFilter } from '@ngopi/shared/segments'
import { sql } from 'drizzle-orm'
import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../platform/columns.ts'
import { newId } from '../platform/ids.ts'

/** A saved filter, evaluated when used. */
export const segments = pgTable('segments', {
  id: uuid('id').notNull().$defaultFn(newId),
  officeId: uuid('office_id').notNull(),
  name: text('name').notNull(),
  filter: jsonb('filter').$type<JournalistFilter>().notNull(),
  version: integer('version').notNull().default(1),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  updatedAt: instant('updated_at').notNull().default(sql`now()`),
  archivedAt: instant('archived_at'),
})

/** Whom a segment held each time it was used to invite. */
export const segmentUses = pgTable('segment_uses', {
  id: uuid('id').notNull().$defaultFn(newId),
  officeId: uuid('office_id').notNull(),
  segmentId: uuid('segment_id').notNull(),
  sessionId: uuid('session_id').notNull(),
  usedAt: instant('used_at').notNull().default(sql`now()`),
  byUserId: uuid('by_user_id'),
  members: uuid('members').array().notNull(),
})
