import type { CrewRole } from '@ngopi/shared/invitation-states'
import type { MessageKind } from '@ngopi/shared/templates'
import { sql } from 'drizzle-orm'
import { boolean, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../platform/columns.ts'
import { newId } from '../platform/ids.ts'
import type { Occasion } from '../sessions/rules.ts'

/** Who comes along with a guest. */
export interface CrewMember {
  role: CrewRole
  name: string | null
}

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
  crew: jsonb('crew').$type<CrewMember[]>().notNull().default([]),
  offerExpiresAt: instant('offer_expires_at'),
  respondedAt: instant('responded_at'),
  declineReason: text('decline_reason'),
  declineKind: text('decline_kind', {
    enum: ['assignment', 'out_of_town', 'unwell', 'not_my_beat', 'other'],
  }),
  substituteOf: uuid('substitute_of'),
  groupName: text('group_name'),
  groupPlaces: integer('group_places'),
  namedBy: uuid('named_by'),
  swappedAtDoor: boolean('swapped_at_door').notNull().default(false),
  namedAs: text('named_as'),
  revokedAt: instant('revoked_at'),
  calendarRevision: integer('calendar_revision').notNull().default(0),
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
  afterDeadline: boolean('after_deadline').notNull().default(false),
})

export const deliveries = pgTable('deliveries', {
  id: uuid('id').notNull().$defaultFn(newId),
  officeId: uuid('office_id').notNull(),
  invitationId: uuid('invitation_id').notNull(),
  channel: text('channel', { enum: ['whatsapp', 'email', 'letter', 'phone'] }).notNull(),
  kind: text('kind', {
    enum: ['invitation', 'reminder', 'reschedule', 'cancel', 'thanks'],
  }).notNull(),
  /** Kind of the template it was written from. */
  about: text('about').$type<MessageKind>().notNull(),
  linkVersion: integer('link_version').notNull(),
  /** The step of the reminders it belongs to, such as `3-0900`. */
  reminderStep: text('reminder_step'),
  noticeId: uuid('notice_id'),
  mailId: uuid('mail_id'),
  whatsappMessageId: uuid('whatsapp_message_id'),
  byUserId: uuid('by_user_id'),
  at: instant('at').notNull().default(sql`now()`),
  takenBackAt: instant('taken_back_at'),
})

/** Somebody with a forwarded link who says whom they represent. */
export const representations = pgTable('representations', {
  id: uuid('id').notNull().$defaultFn(newId),
  officeId: uuid('office_id').notNull(),
  invitationId: uuid('invitation_id').notNull(),
  fullName: text('full_name').notNull(),
  phone: text('phone'),
  email: text('email'),
  outletName: text('outlet_name'),
  state: text('state', { enum: ['pending', 'substituted', 'invited', 'refused'] })
    .notNull()
    .default('pending'),
  decidedBy: uuid('decided_by'),
  decidedAt: instant('decided_at'),
  version: integer('version').notNull().default(1),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  updatedAt: instant('updated_at').notNull().default(sql`now()`),
})
