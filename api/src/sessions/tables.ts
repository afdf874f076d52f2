import type { ReminderOffset } from '@ngopi/shared/reminders'
import { sql } from 'drizzle-orm'
import { boolean, date, integer, jsonb, pgTable, text, time, uuid } from 'drizzle-orm/pg-core'
import { bytes, instant } from '../platform/columns.ts'

const edited = {
  version: integer('version').notNull().default(1),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  updatedAt: instant('updated_at').notNull().default(sql`now()`),
  archivedAt: instant('archived_at'),
}

export const series = pgTable('series', {
  id: uuid('id').notNull(),
  officeId: uuid('office_id').notNull(),
  title: text('title').notNull(),
  rrule: text('rrule').notNull(),
  startsOn: date('starts_on', { mode: 'string' }).notNull(),
  startTime: time('start_time').notNull(),
  durationMinutes: integer('duration_minutes').notNull(),
  timeZone: text('time_zone').notNull(),
  venue: text('venue').notNull(),
  capacity: integer('capacity'),
  description: text('description'),
  mapUrl: text('map_url'),
  entryNote: text('entry_note'),
  agenda: jsonb('agenda').$type<AgendaItem[]>().notNull().default([]),
  answerDeadlineMinutes: integer('answer_deadline_minutes'),
  reminders: jsonb('reminders').$type<ReminderOffset[]>(),
  seatsPerOutlet: integer('seats_per_outlet'),
  holidayPolicy: text('holiday_policy', { enum: ['ask', 'skip', 'before', 'after'] })
    .notNull()
    .default('ask'),
  extraDates: date('extra_dates', { mode: 'string' }).array().notNull().default([]),
  skippedDates: date('skipped_dates', { mode: 'string' }).array().notNull().default([]),
  previousSeriesId: uuid('previous_series_id'),
  plannedUntil: date('planned_until', { mode: 'string' }),
  ...edited,
})

export interface AgendaItem {
  title: string
  /** Minutes after the start of the session; null: where the item before it ends. */
  offsetMinutes?: number | null
  minutes: number | null
  speaker: string | null
}

export const sessions = pgTable('sessions', {
  id: uuid('id').notNull(),
  officeId: uuid('office_id').notNull(),
  seriesId: uuid('series_id'),
  title: text('title').notNull(),
  search: text('search').notNull().generatedAlwaysAs(sql`searchable(title)`),
  description: text('description'),
  startsAt: instant('starts_at').notNull(),
  endsAt: instant('ends_at').notNull(),
  timeZone: text('time_zone').notNull(),
  venue: text('venue').notNull(),
  mapUrl: text('map_url'),
  entryNote: text('entry_note'),
  agenda: jsonb('agenda').$type<AgendaItem[]>().notNull().default([]),
  capacity: integer('capacity'),
  seatsTaken: integer('seats_taken').notNull().default(0),
  rsvpClosesAt: instant('rsvp_closes_at'),
  status: text('status', { enum: ['draft', 'published', 'cancelled', 'done'] })
    .notNull()
    .default('draft'),
  cancelReason: text('cancel_reason'),
  calendarSequence: integer('calendar_sequence').notNull().default(0),
  occurrenceDate: date('occurrence_date', { mode: 'string' }),
  handEdited: boolean('hand_edited').notNull().default(false),
  offRule: text('off_rule', { enum: ['undecided', 'kept'] }),
  /** Null: those of the series, else of the office. */
  reminders: jsonb('reminders').$type<ReminderOffset[]>(),
  seatsPerOutlet: integer('seats_per_outlet'),
  ...edited,
})

export const holidays = pgTable('holidays', {
  officeId: uuid('office_id').notNull(),
  id: uuid('id').notNull(),
  day: date('day', { mode: 'string' }).notNull(),
  kind: text('kind', { enum: ['national', 'joint_leave', 'working_day'] }).notNull(),
  name: text('name').notNull(),
  version: integer('version').notNull().default(1),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  updatedAt: instant('updated_at').notNull().default(sql`now()`),
})

export const calendarFeeds = pgTable('calendar_feeds', {
  id: uuid('id').notNull(),
  officeId: uuid('office_id').notNull(),
  userId: uuid('user_id').notNull(),
  tokenHash: bytes('token_hash').notNull(),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  lastReadAt: instant('last_read_at'),
  revokedAt: instant('revoked_at'),
})
