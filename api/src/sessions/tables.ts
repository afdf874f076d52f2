import { sql } from 'drizzle-orm'
import { date, integer, jsonb, pgTable, text, time, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../platform/columns.ts'

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
  ...edited,
})

export interface AgendaItem {
  title: string
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
  ...edited,
})
