import { sql } from 'drizzle-orm'
import { boolean, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../platform/columns.ts'
import { newId } from '../platform/ids.ts'

const tone = { enum: ['positive', 'neutral', 'negative', 'mixed'] } as const

export const coverage = pgTable('coverage', {
  id: uuid('id').notNull().$defaultFn(newId),
  officeId: uuid('office_id').notNull(),
  outletId: uuid('outlet_id').notNull(),
  journalistId: uuid('journalist_id'),
  sessionId: uuid('session_id'),
  questionId: uuid('question_id'),
  kind: text('kind', { enum: ['online', 'print', 'broadcast'] }).notNull(),
  /** As it was given. */
  url: text('url'),
  /** The one form of all addresses of the article; unique in office and outlet. */
  canonicalUrl: text('canonical_url'),
  title: text('title').notNull(),
  search: text('search').notNull().generatedAlwaysAs(sql`searchable(title)`),
  publishedAt: instant('published_at').notNull(),
  author: text('author'),
  excerpt: text('excerpt'),
  /** Page of a paper, or programme and air time. */
  placement: text('placement'),
  state: text('state', { enum: ['suggested', 'accepted', 'dismissed'] })
    .notNull()
    .default('accepted'),
  origin: text('origin', { enum: ['manual', 'feed', 'journalist'] })
    .notNull()
    .default('manual'),
  reporting: text('reporting', { enum: ['own', 'release', 'syndicated'] }),
  depth: text('depth', { enum: ['mention', 'part', 'main'] }),
  spokespersonQuoted: boolean('spokesperson_quoted'),
  reviewedAt: instant('reviewed_at'),
  version: integer('version').notNull().default(1),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  updatedAt: instant('updated_at').notNull().default(sql`now()`),
  archivedAt: instant('archived_at'),
})

export const reviews = pgTable('reviews', {
  id: uuid('id').notNull().$defaultFn(newId),
  officeId: uuid('office_id').notNull(),
  coverageId: uuid('coverage_id').notNull(),
  decision: text('decision', { enum: ['accepted', 'dismissed'] }).notNull(),
  headlineTone: text('headline_tone', tone),
  bodyTone: text('body_tone', tone),
  note: text('note'),
  byUserId: uuid('by_user_id').notNull(),
  at: instant('at').notNull().default(sql`now()`),
})
