import { sql } from 'drizzle-orm'
import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../platform/columns.ts'
import { newId } from '../platform/ids.ts'

/** Guests whom a person is to write to by WhatsApp, worked through one by one. */
export const whatsappQueue = pgTable('whatsapp_queue', {
  id: uuid('id').notNull().$defaultFn(newId),
  officeId: uuid('office_id').notNull(),
  invitationId: uuid('invitation_id').notNull(),
  kind: text('kind', {
    enum: ['invitation', 'reminder', 'reschedule', 'cancel', 'thanks'],
  }).notNull(),
  /** What it says where the kind alone does not tell. */
  about: text('about', { enum: ['seat', 'offer', 'revoked', 'replaced'] }),
  reminderStep: text('reminder_step'),
  /** Of a reminder sent by hand: whom it is meant for. */
  reminds: text('reminds', { enum: ['silent', 'unconfirmed', 'maybe', 'attending'] }),
  noticeId: uuid('notice_id'),
  state: text('state', { enum: ['waiting', 'sent', 'skipped', 'problem', 'withdrawn'] })
    .notNull()
    .default('waiting'),
  claimedBy: uuid('claimed_by'),
  claimedUntil: instant('claimed_until'),
  deliveryId: uuid('delivery_id'),
  note: text('note'),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  settledAt: instant('settled_at'),
  settledBy: uuid('settled_by'),
})

/** Messages through the official WhatsApp service. */
export const whatsappMessages = pgTable('whatsapp_messages', {
  id: uuid('id').notNull().$defaultFn(newId),
  officeId: uuid('office_id').notNull(),
  recipient: text('recipient').notNull(),
  template: text('template').notNull(),
  language: text('language').notNull(),
  parameters: text('parameters').array().notNull().default([]),
  state: text('state', { enum: ['queued', 'sent', 'delivered', 'failed', 'withdrawn'] })
    .notNull()
    .default('queued'),
  providerId: text('provider_id'),
  error: text('error'),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  sentAt: instant('sent_at'),
  deliveredAt: instant('delivered_at'),
})
