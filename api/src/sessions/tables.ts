import type { ReminderOffset } from '@ngopi/shared/reminders'
import { sql } from 'drizzle-orm'
import { boolean, date, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { archivable, edited, instant } from '../platform/columns.ts'

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
  ...archivable,
})
