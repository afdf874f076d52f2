import type { ReminderOffset } from '@ngopi/shared/reminders'
import { date, integer, jsonb, pgTable, text, time, uuid } from 'drizzle-orm/pg-core'
import { archivable, edited } from '../platform/columns.ts'
import type { AgendaItem } from '../sessions/tables.ts'

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
  ...archivable,
})
