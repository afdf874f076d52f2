import { sql } from 'drizzle-orm'
import { boolean, date, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { archivable, edited, instant } from '../platform/columns.ts'
import { newId } from '../platform/ids.ts'

const id = () => uuid('id').notNull().$defaultFn(newId)
const labels = (name: string) => text(name).array().notNull().default([])
const day = (name: string) => date(name, { mode: 'string' })

const contact = {
  email: text('email'),
  /** E.164. */
  phone: text('phone'),
  /** As it was written. */
  phoneRaw: text('phone_raw'),
}

export const outlets = pgTable('outlets', {
  id: id(),
  officeId: uuid('office_id').notNull(),
  name: text('name').notNull(),
  search: text('search').notNull().generatedAlwaysAs(sql`searchable(name)`),
  platform: text('platform', { enum: ['online', 'print', 'tv', 'radio', 'agency'] }).notNull(),
  city: text('city'),
  website: text('website'),
  domain: text('domain'),
  ...contact,
  address: text('address'),
  pressCouncilStatus: text('press_council_status', { enum: ['none', 'administrative', 'factual'] })
    .notNull()
    .default('none'),
  pressCouncilCheckedOn: day('press_council_checked_on'),
  pressCouncilUrl: text('press_council_url'),
  companyAssociations: labels('company_associations'),
  tags: labels('tags'),
  notes: text('notes'),
  ...edited,
  ...archivable,
})

export const journalists = pgTable('journalists', {
  id: id(),
  officeId: uuid('office_id').notNull(),
  fullName: text('full_name').notNull(),
  search: text('search').notNull().generatedAlwaysAs(sql`searchable(full_name)`),
  titlePrefix: text('title_prefix'),
  titleSuffix: text('title_suffix'),
  ...contact,
  preferredChannel: text('preferred_channel', { enum: ['whatsapp', 'email', 'phone', 'letter'] }),
  language: text('language', { enum: ['id', 'en'] })
    .notNull()
    .default('id'),
  phoneProblemAt: instant('phone_problem_at'),
  emailProblemAt: instant('email_problem_at'),
  competenceLevel: text('competence_level', { enum: ['none', 'muda', 'madya', 'utama'] })
    .notNull()
    .default('none'),
  competenceCardNumber: text('competence_card_number'),
  competenceExpiresOn: day('competence_expires_on'),
  associations: labels('associations'),
  beats: labels('beats'),
  tags: labels('tags'),
  notes: text('notes'),
  provisional: boolean('provisional').notNull().default(false),
  optedOutAt: instant('opted_out_at'),
  ...edited,
  ...archivable,
})

export const affiliations = pgTable('affiliations', {
  id: id(),
  officeId: uuid('office_id').notNull(),
  journalistId: uuid('journalist_id').notNull(),
  outletId: uuid('outlet_id').notNull(),
  position: text('position'),
  isPrimary: boolean('is_primary').notNull().default(false),
  fromDate: day('from_date'),
  untilDate: day('until_date'),
  ...edited,
})
