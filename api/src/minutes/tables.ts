import type { MinutesBody } from '@ngopi/shared/minutes'
import { sql } from 'drizzle-orm'
import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../platform/columns.ts'
import { newId } from '../platform/ids.ts'

export const minutes = pgTable('minutes', {
  id: uuid('id').notNull().$defaultFn(newId),
  officeId: uuid('office_id').notNull(),
  sessionId: uuid('session_id').notNull(),
  body: jsonb('body').$type<MinutesBody>().notNull(),
  chair: text('chair'),
  minuteTaker: text('minute_taker'),
  /** When the meeting ended, by the record. */
  closedAt: instant('closed_at'),
  signatoryName: text('signatory_name').notNull().default(''),
  signatoryTitle: text('signatory_title').notNull().default(''),
  signatoryRank: text('signatory_rank').notNull().default(''),
  signatoryNip: text('signatory_nip').notNull().default(''),
  /** From then on the database refuses every change. */
  signedAt: instant('signed_at'),
  signedBy: uuid('signed_by'),
  version: integer('version').notNull().default(1),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  updatedAt: instant('updated_at').notNull().default(sql`now()`),
})

/** Append-only: what the minutes said at each save. */
export const minutesVersions = pgTable('minutes_versions', {
  id: uuid('id').notNull().$defaultFn(newId),
  officeId: uuid('office_id').notNull(),
  minutesId: uuid('minutes_id').notNull(),
  /** The version of the minutes that this save made. */
  number: integer('number').notNull(),
  body: jsonb('body').$type<MinutesBody>().notNull(),
  at: instant('at').notNull().default(sql`now()`),
  byUserId: uuid('by_user_id'),
})
