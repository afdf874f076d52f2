import type { TemplateVariable } from '@ngopi/shared/templates'
import { sql } from 'drizzle-orm'
import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../platform/columns.ts'
import { newId } from '../platform/ids.ts'

/** Words of an office in place of the shipped ones. */
export const messageTemplates = pgTable('message_templates', {
  id: uuid('id').notNull().$defaultFn(newId),
  officeId: uuid('office_id').notNull(),
  kind: text('kind', {
    enum: [
      'invitation',
      'reminder_silent',
      'reminder_maybe',
      'reminder_attending',
      'reschedule',
      'moved',
      'cancel',
      'revoked',
      'replaced',
      'thanks',
      'materials',
      'seat',
      'offer',
    ],
  }).notNull(),
  language: text('language', { enum: ['id', 'en'] }).notNull(),
  subject: text('subject').notNull(),
  body: text('body').notNull(),
  serviceTemplate: text('service_template'),
  serviceParameters: text('service_parameters')
    .array()
    .$type<TemplateVariable[]>()
    .notNull()
    .default([]),
  /** Since when the shipped words stand again; null: these words stand. */
  resetAt: instant('reset_at'),
  version: integer('version').notNull().default(1),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  updatedAt: instant('updated_at').notNull().default(sql`now()`),
})
