import { sql } from 'drizzle-orm'
import { boolean, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../platform/columns.ts'
import { newId } from '../platform/ids.ts'
import type { Occasion } from '../sessions/rules.ts'

export const invitations = pgTable('invitations', {
  id: uuid('id').notNull().$defaultFn(newId),
  officeId: uuid('office_id').notNull(),
  sessionId: uuid('session_id').notNull(),
  journalistId: uuid('journalist_id').notNull(),
  outletId: uuid('outlet_id'),
  linkVersion: integer('link_version').notNull().default(1),
  answer: text('answer', {
    enum: [
      'none',
      'attending',
      'maybe',
      'declined',
      'waitlisted',
      'offered',
      'needs_reconfirmation',
      'substituted',
    ],
  })
    .notNull()
    .default('none'),
  holdsSeat: boolean('holds_seat').notNull().default(false),
  waitlistedAt: instant('waitlisted_at'),
  partySize: integer('party_size').notNull().default(1),
  respondedAt: instant('responded_at'),
  declineReason: text('decline_reason'),
  revokedAt: instant('revoked_at'),
  version: integer('version').notNull().default(1),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  updatedAt: instant('updated_at').notNull().default(sql`now()`),
})

export const responses = pgTable('responses', {
  id: uuid('id').notNull().$defaultFn(newId),
  officeId: uuid('office_id').notNull(),
  invitationId: uuid('invitation_id').notNull(),
  fromAnswer: text('from_answer').notNull(),
  toAnswer: text('to_answer').notNull(),
  at: instant('at').notNull().default(sql`now()`),
  byKind: text('by_kind', { enum: ['journalist', 'officer', 'system'] }).notNull(),
  byUserId: uuid('by_user_id'),
  reason: text('reason'),
  note: text('note'),
  movedFrom: jsonb('moved_from').$type<Occasion>(),
})

export const deliveries = pgTable('deliveries', {
  id: uuid('id').notNull().$defaultFn(newId),
  officeId: uuid('office_id').notNull(),
  invitationId: uuid('invitation_id').notNull(),
  channel: text('channel', { enum: ['whatsapp', 'email', 'letter', 'phone'] }).notNull(),
  kind: text('kind', {
    enum: ['invitation', 'reminder', 'reschedule', 'cancel', 'thanks'],
  }).notNull(),
  mailId: uuid('mail_id'),
  byUserId: uuid('by_user_id'),
  at: instant('at').notNull().default(sql`now()`),
})
