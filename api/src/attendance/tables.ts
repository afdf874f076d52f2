import { sql } from 'drizzle-orm'
import { boolean, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../platform/columns.ts'
import { newId } from '../platform/ids.ts'

export const scans = pgTable('scans', {
  officeId: uuid('office_id').notNull(),
  sessionId: uuid('session_id').notNull(),
  deviceId: uuid('device_id').notNull(),
  nonce: uuid('nonce').notNull(),
  /** By the clock of the device. */
  scannedAt: instant('scanned_at').notNull(),
  sentAt: instant('sent_at'),
  /** `scannedAt` moved by what that clock lagged. */
  correctedAt: instant('corrected_at').notNull(),
  clockSkewed: boolean('clock_skewed').notNull().default(false),
  receivedAt: instant('received_at').notNull(),
  byUserId: uuid('by_user_id').notNull(),
  act: text('act', { enum: ['pass', 'list', 'walk_in', 'substitute', 'undo'] }).notNull(),
  invitationId: uuid('invitation_id'),
  /** The guest a scan admits; null for an undo and for a scan that admits nobody. */
  journalistId: uuid('journalist_id'),
  outletId: uuid('outlet_id'),
  undoes: uuid('undoes'),
  pressCardSeen: boolean('press_card_seen'),
  outcome: text('outcome', {
    enum: ['admitted', 'already', 'undone', 'unknown', 'revoked', 'wrong_session'],
  }).notNull(),
})

export const attendances = pgTable('attendances', {
  id: uuid('id').notNull().$defaultFn(newId),
  officeId: uuid('office_id').notNull(),
  sessionId: uuid('session_id').notNull(),
  journalistId: uuid('journalist_id').notNull(),
  invitationId: uuid('invitation_id'),
  outletId: uuid('outlet_id'),
  status: text('status', { enum: ['unmarked', 'present', 'absent', 'excused'] }).notNull(),
  /** Set by hand; wins over the scans until it is taken back. */
  markedStatus: text('marked_status', { enum: ['present', 'absent', 'excused'] }),
  markedAt: instant('marked_at'),
  /** Why a hand excused the guest. */
  reason: text('reason'),
  /** Since the session was closed: counts while neither a hand nor the scans say otherwise. */
  closedStatus: text('closed_status', { enum: ['absent', 'excused'] }),
  closedReason: text('closed_reason'),
  arrivedAt: instant('arrived_at'),
  source: text('source', { enum: ['pass', 'list', 'walk_in', 'self', 'import'] }),
  /** When the guest typed the code shown in the room. */
  selfReportedAt: instant('self_reported_at'),
  flags: text('flags').array().notNull().default([]),
  version: integer('version').notNull().default(1),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  updatedAt: instant('updated_at').notNull().default(sql`now()`),
})
