import { sql } from 'drizzle-orm'
import { boolean, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import type { Config } from './config.ts'
import type { Db, Tx } from './database.ts'
import { newId } from './ids.ts'
import { queueJob } from './jobs.ts'

/** Texts, calendar and links are stored sealed: they hold personal links. */
export const mails = pgTable('mails', {
  id: uuid('id').notNull(),
  officeId: uuid('office_id').notNull(),
  recipientName: text('recipient_name'),
  recipient: text('recipient').notNull(),
  subject: text('subject').notNull(),
  bodyText: text('body_text').notNull(),
  bodyHtml: text('body_html'),
  calendarMethod: text('calendar_method', { enum: ['REQUEST', 'CANCEL'] }),
  calendarBody: text('calendar_body'),
  unsubscribeUrl: text('unsubscribe_url'),
  replyTo: text('reply_to'),
  attachLetter: boolean('attach_letter').notNull().default(false),
  confidential: boolean('confidential').notNull().default(false),
  state: text('state', {
    enum: ['kept', 'queued', 'sent', 'failed', 'bounced', 'withdrawn'],
  }).notNull(),
  attempts: integer('attempts').notNull().default(0),
  error: text('error'),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  sentAt: instant('sent_at'),
  bouncedAt: instant('bounced_at'),
})

export interface NewMail {
  recipient: { name?: string | null; address: string }
  subject: string
  text: string
  html?: string
  /** It carries a secret (a link that sets a password): shown to nobody, and emptied once sent. */
  confidential?: boolean
  /** The session it tells of, for the calendar of its reader: an iCalendar object of this method (RFC 6047). */
  calendar?: { method: 'REQUEST' | 'CANCEL'; body: string }
  /** Where its reader answers to; the press contact of the office when absent. */
  replyTo?: string
  /** Where its reader stops such mails with one POST (RFC 8058). */
  unsubscribeUrl?: string
  /** The formal letter goes with it. */
  attachLetter?: boolean
}

/** A file that goes with a mail. */
export interface Attachment {
  filename: string
  contentType: string
  content: Buffer
}

/** A mail as it is to be sent now. */
export interface FreshMail extends Omit<NewMail, 'confidential' | 'attachLetter'> {
  /** Files that go with it, made when it is sent: no database connection waits for them. */
  attach: readonly (() => Promise<Attachment>)[]
}

/** What is to become of a mail when its turn has come; `notBefore`: an ISO instant it waits for. */
export type MailAtTurn = { withdrawn: string } | { notBefore: string } | FreshMail

/**
 * Asked when the turn of a mail has come, which may be hours after it was written: what is to be sent instead, why
 * it is not to be sent at all or not yet, or undefined for a mail that stays as it was written. An error it throws is
 * kept with the mail, which is tried again.
 */
export type RefreshMail = (db: Db, mailId: string) => Promise<MailAtTurn | undefined>

/** Told, in the transaction that records it, that the address of a mail does not exist. */
export type ReportBadAddress = (tx: Tx, mailId: string) => Promise<void>

/** Name of the jobs that send a mail each. */
export const mailJob = 'send_mail'

/** The domain that mails come from. */
export const mailDomain = ({ publicUrl }: Pick<Config, 'publicUrl'>): string =>
  publicUrl ? new URL(publicUrl).hostname : 'ngopi.localhost'

/** The address that mails come from. */
export const senderAddress = (config: Pick<Config, 'publicUrl' | 'senderAddress'>): string =>
  config.senderAddress ?? `ngopi@${mailDomain(config)}`

/**
 * Records a mail in the caller's transaction and queues it; without a mail server it is kept to be read
 * in the app. Answers its id and state.
 */
export async function queueMail(
  tx: Tx,
  {
    officeId,
    smtp,
    mail,
    notBefore,
  }: {
    officeId: string
    smtp: boolean
    mail: NewMail
    /** ISO instant; now when absent. */
    notBefore?: string | undefined
  },
): Promise<{ id: string; state: 'kept' | 'queued' }> {
  const id = newId()
  const sealed = (text: string | undefined) => (text === undefined ? null : tx.$sealing.seal(text))
  const state = smtp ? 'queued' : 'kept'
  await tx.insert(mails).values({
    id,
    officeId,
    recipientName: mail.recipient.name ?? null,
    recipient: mail.recipient.address,
    subject: mail.subject,
    bodyText: tx.$sealing.seal(mail.text),
    bodyHtml: sealed(mail.html),
    calendarMethod: mail.calendar?.method ?? null,
    calendarBody: sealed(mail.calendar?.body),
    confidential: mail.confidential ?? false,
    unsubscribeUrl: sealed(mail.unsubscribeUrl),
    replyTo: mail.replyTo ?? null,
    attachLetter: mail.attachLetter ?? false,
    state,
  })
  if (smtp)
    await queueJob(tx, { name: mailJob }, { mailId: id }, notBefore ? { runAt: notBefore } : {})
  return { id, state }
}
