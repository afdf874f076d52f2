import { date, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { edited } from '../platform/columns.ts'

export const holidays = pgTable('holidays', {
  officeId: uuid('office_id').notNull(),
  id: uuid('id').notNull(),
  day: date('day', { mode: 'string' }).notNull(),
  kind: text('kind', { enum: ['national', 'joint_leave', 'working_day'] }).notNull(),
  name: text('name').notNull(),
  ...edited,
})
