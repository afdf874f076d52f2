import { eq, sql } from 'drizzle-orm'
import { boolean, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import nodemailer from 'nodemailer'
import { instant } from './columns.ts'
import type { Config } from './config.ts'
import type { Database, Db, Tx } from './database.ts'
import { newId } from './ids.ts'
import { queueJob, type Task } from './jobs.ts'

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

/**
 * Asked when the turn of a mail has come, which may be hours after it was written: what is to be sent instead, why
 * it is not to be sent at all, or undefined for a mail that stays as it was written.
 */
export type RefreshMail = (
  db: Db,
  mailId: string,
) => Promise<
  | { withdrawn: string }
  | (Pick<NewMail, 'subject' | 'text' | 'html' | 'calendar'> & { attachments: Attachment[] })
  | undefined
>

const hostOf = ({ publicUrl }: Pick<Config, 'publicUrl'>): string =>
  publicUrl ? new URL(publicUrl).hostname : 'ngopi.localhost'

/** The address that mails come from; calendars name it as the organizer's. */
export const senderAddress = (config: Pick<Config, 'publicUrl'>): string =>
  `ngopi@${hostOf(config)}`

export interface MailDeps {
  database: Database
  config: Pick<Config, 'smtpUrl' | 'publicUrl'>
  refreshMail: RefreshMail
}

/** Sends one queued mail. Its Message-ID is that of the record, so a repeated try is known as the same mail. */
export const sendMailTask: Task<{ mailId: string }, MailDeps> = {
  name: 'send_mail',
  run: async ({ database, config }, { offices, actor, data }) => {
    if (!config.smtpUrl) return
    const [mail] = await database.read(offices, (db) =>
      db.select().from(mails).where(eq(mails.id, data.mailId)),
    )
    if (mail?.state !== 'queued' && mail?.state !== 'failed') return
    const transport = nodemailer.createTransport(config.smtpUrl)
    const record = (change: Partial<typeof mails.$inferInsert>) =>
      database.write(offices, actor, (tx) =>
        tx.update(mails).set(change).where(eq(mails.id, mail.id)),
      )
    try {
      await transport.sendMail({
        from: { name: 'Ngopi', address: senderAddress(config) },
        to: { name: mail.recipientName ?? '', address: mail.recipient },
        subject: mail.subject,
        text: mail.bodyText,
        ...(mail.bodyHtml !== null && { html: mail.bodyHtml }),
        ...(mail.calendarMethod !== null &&
          mail.calendarBody !== null && {
            icalEvent: {
              method: mail.calendarMethod,
              filename: 'undangan.ics',
              content: mail.calendarBody,
            },
          }),
        messageId: `<${mail.id}@${hostOf(config)}>`,
      })
    } catch (error) {
      await record({
        state: 'failed',
        error: error instanceof Error ? error.message : String(error),
      })
      throw error
    } finally {
      transport.close()
    }
    await record({
      state: 'sent',
      sentAt: new Date().toISOString(),
      error: null,
      ...(mail.confidential && { bodyText: '', bodyHtml: null }),
    })
  },
}

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
  const state = smtp ? 'queued' : 'kept'
  await tx.insert(mails).values({
    id,
    officeId,
    recipientName: mail.recipient.name ?? null,
    recipient: mail.recipient.address,
    subject: mail.subject,
    bodyText: mail.text,
    bodyHtml: mail.html ?? null,
    calendarMethod: mail.calendar?.method ?? null,
    calendarBody: mail.calendar?.body ?? null,
    confidential: mail.confidential ?? false,
    unsubscribeUrl: mail.unsubscribeUrl ?? null,
    attachLetter: mail.attachLetter ?? false,
    state,
  })
  if (smtp) await queueJob(tx, sendMailTask, { mailId: id }, notBefore ? { runAt: notBefore } : {})
  return { id, state }
}
