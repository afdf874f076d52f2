import type { ReminderOffset } from '@ngopi/shared/reminders'
import { sql } from 'drizzle-orm'
import { integer, jsonb, pgTable, text, time, uuid } from 'drizzle-orm/pg-core'
import { archivable, bytes, edited, instant } from '../platform/columns.ts'
import type { Letterhead } from '../platform/documents/head-lines.ts'
import { newId } from '../platform/ids.ts'

const id = () => uuid('id').notNull().$defaultFn(newId)

export const offices = pgTable('offices', {
  id: id(),
  parentId: uuid('parent_id'),
  name: text('name').notNull(),
  timeZone: text('time_zone').notNull(),
  city: text('city'),
  letterhead: jsonb('letterhead')
    .$type<Letterhead>()
    .notNull()
    .default({ lines: [], signatoryName: '', signatoryTitle: '', signatoryNip: '' }),
  contactName: text('contact_name'),
  /** E.164. */
  contactPhone: text('contact_phone'),
  /** Where replies of the press go. */
  contactEmail: text('contact_email'),
  /** Automatic messages rest from here until `quietUntil`, in the zone of the office; null: never. */
  quietFrom: time('quiet_from').default('20:00'),
  quietUntil: time('quiet_until').default('07:00'),
  seatPolicy: text('seat_policy', { enum: ['promote', 'offer'] })
    .notNull()
    .default('promote'),
  offerMinutes: integer('offer_minutes').notNull().default(720),
  reminders: jsonb('reminders')
    .$type<ReminderOffset[]>()
    .notNull()
    .default([
      { daysBefore: 3, at: '09:00' },
      { daysBefore: 1, at: '09:00' },
      { daysBefore: 0, at: '07:00' },
    ]),
  ...edited,
  ...archivable,
})

/** The emblem in the letterhead of an office. */
export const officeLogos = pgTable('office_logos', {
  id: id(),
  officeId: uuid('office_id').notNull(),
  mediaType: text('media_type', { enum: ['image/png', 'image/jpeg'] }).notNull(),
  content: bytes('content').notNull(),
  createdAt: instant('created_at').notNull().default(sql`now()`),
})

export const users = pgTable('users', {
  id: id(),
  officeId: uuid('office_id').notNull(),
  name: text('name').notNull(),
  /** Lower case; unique over all offices. */
  email: text('email').notNull(),
  role: text('role', { enum: ['admin', 'officer', 'manager', 'desk'] }).notNull(),
  /** Null while the invitation is open. */
  passwordHash: text('password_hash'),
  passwordSetAt: instant('password_set_at'),
  invitedAt: instant('invited_at'),
  disabledAt: instant('disabled_at'),
  lastLoginAt: instant('last_login_at'),
  ...edited,
  ...archivable,
})

/** A family of refresh tokens. */
export const logins = pgTable('logins', {
  id: id(),
  officeId: uuid('office_id').notNull(),
  userId: uuid('user_id').notNull(),
  tokenHash: bytes('token_hash').notNull(),
  previousHash: bytes('previous_hash'),
  rotatedAt: instant('rotated_at').notNull().default(sql`now()`),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  expiresAt: instant('expires_at').notNull(),
  endedAt: instant('ended_at'),
})

/** Links that set a password, by their hash. */
export const passwordTokens = pgTable('password_tokens', {
  id: id(),
  officeId: uuid('office_id').notNull(),
  userId: uuid('user_id').notNull(),
  kind: text('kind', { enum: ['invitation', 'reset'] }).notNull(),
  tokenHash: bytes('token_hash').notNull(),
  expiresAt: instant('expires_at').notNull(),
})

/** Append-only, written by the database. */
export const activityLog = pgTable('activity', {
  id: uuid('id').notNull(),
  officeId: uuid('office_id').notNull(),
  at: instant('at').notNull(),
  actorKind: text('actor_kind', { enum: ['user', 'invitation', 'job', 'system'] }).notNull(),
  actorId: uuid('actor_id'),
  action: text('action', { enum: ['insert', 'update', 'delete'] }).notNull(),
  subject: text('subject').notNull(),
  subjectId: uuid('subject_id').notNull(),
  before: jsonb('before'),
  after: jsonb('after'),
})
