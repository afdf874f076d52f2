import { eq, sql } from 'drizzle-orm'
import { boolean, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import nodemailer from 'nodemailer'
import { instant } from './columns.ts'
import type { Config } from './config.ts'
import type { Database, Tx } from './database.ts'
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
  confidential: boolean('confidential').notNull().default(false),
  state: text('state', { enum: ['kept', 'queued', 'sent', 'failed'] }).notNull(),
  error: text('error'),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  sentAt: instant('sent_at'),
})

export interface NewMail {
  recipient: { name?: string | null; address: string }
  subject: string
  text: string
  html?: string
  /** It carries a secret (a link that sets a password): shown to nobody, and emptied once sent. */
  confidential?: boolean
}

export interface MailDeps {
  database: Database
  config: Pick<Config, 'smtpUrl' | 'publicUrl'>
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
    const host = config.publicUrl ? new URL(config.publicUrl).hostname : 'ngopi.localhost'
    const record = (change: Partial<typeof mails.$inferInsert>) =>
      database.write(offices, actor, (tx) =>
        tx.update(mails).set(change).where(eq(mails.id, mail.id)),
      )
    try {
      await transport.sendMail({
        from: { name: 'Ngopi', address: `ngopi@${host}` },
        to: { name: mail.recipientName ?? '', address: mail.recipient },
        subject: mail.subject,
        text: mail.bodyText,
        ...(mail.bodyHtml !== null && { html: mail.bodyHtml }),
        messageId: `<${mail.id}@${host}>`,
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
  { officeId, smtp, mail }: { officeId: string; smtp: boolean; mail: NewMail },
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
    confidential: mail.confidential ?? false,
    state,
  })
  if (smtp) await queueJob(tx, sendMailTask, { mailId: id })
  return { id, state }
}
