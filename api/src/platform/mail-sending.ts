import { emailAddress } from '@ngopi/shared/contact'
import { and, eq, ne, sql } from 'drizzle-orm'
import type { SendMailOptions } from 'nodemailer/lib/mailer'
import { bounceAddressFor } from './bounce-address.ts'
import type { Config } from './config.ts'
import type { Database, Db } from './database.ts'
import { type Job, queueJob, type Task } from './jobs.ts'
import {
  type FreshMail,
  type MailAtTurn,
  mailDomain,
  mailJob,
  mails,
  type RefreshMail,
  type ReportBadAddress,
  senderAddress,
} from './mail.ts'
import type { Mailer } from './mailer.ts'
import type { Keys } from './secret.ts'
import { refusalOf } from './smtp-refusal.ts'

export interface MailDeps {
  database: Database
  config: Pick<Config, 'smtpUrl' | 'publicUrl' | 'bounceAddress'>
  keys: Pick<Keys, 'bounce'>
  refreshMail: RefreshMail
  reportBadAddress: ReportBadAddress
}

type Mail = typeof mails.$inferSelect
type MailJob = Job<{ mailId: string }>

/** Begins the error of a job that failed only because the server was away; such jobs are called when it is back. */
export const serverAway = 'Server surel tidak dapat dihubungi'

/** The mail as it was written. */
const asWritten = (mail: Mail): FreshMail => ({
  recipient: { name: mail.recipientName, address: mail.recipient },
  subject: mail.subject,
  text: mail.bodyText,
  ...(mail.bodyHtml !== null && { html: mail.bodyHtml }),
  ...(mail.calendarMethod !== null &&
    mail.calendarBody !== null && {
      calendar: { method: mail.calendarMethod, body: mail.calendarBody },
    }),
  ...(mail.unsubscribeUrl !== null && { unsubscribeUrl: mail.unsubscribeUrl }),
  attachments: [],
})

const contentOf = (mail: FreshMail): Partial<Mail> => ({
  recipient: mail.recipient.address,
  recipientName: mail.recipient.name ?? null,
  subject: mail.subject,
  bodyText: mail.text,
  bodyHtml: mail.html ?? null,
  calendarMethod: mail.calendar?.method ?? null,
  calendarBody: mail.calendar?.body ?? null,
  unsubscribeUrl: mail.unsubscribeUrl ?? null,
})

/**
 * As nodemailer takes it. The one recipient is named in the envelope, so no header can add another. The Message-ID is
 * that of the record: a repeated try is known as the same mail.
 */
function messageOf(
  { config, keys }: Pick<MailDeps, 'config' | 'keys'>,
  { id, address, mail }: { id: string; address: string; mail: FreshMail },
): SendMailOptions {
  const from = senderAddress(config)
  const { unsubscribeUrl, calendar } = mail
  return {
    from: { name: 'Ngopi', address: from },
    to: { name: mail.recipient.name ?? '', address },
    envelope: {
      from: config.bounceAddress ? bounceAddressFor(config.bounceAddress, keys.bounce, id) : from,
      to: address,
    },
    subject: mail.subject,
    text: mail.text,
    ...(mail.html !== undefined && { html: mail.html }),
    ...(calendar && {
      icalEvent: { method: calendar.method, filename: 'undangan.ics', content: calendar.body },
    }),
    // RFC 8058: the reader's mail program stops them with one POST.
    ...(unsubscribeUrl !== undefined && {
      list: { unsubscribe: unsubscribeUrl },
      headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    }),
    attachments: mail.attachments,
    messageId: `<${id}@${mailDomain(config)}>`,
  }
}

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** The mail at its turn, or why it cannot be made: a letter that cannot be printed, say. */
async function atTurn(
  { refreshMail }: MailDeps,
  db: Db,
  mail: Mail,
): Promise<MailAtTurn | { unmade: string }> {
  try {
    return (await refreshMail(db, mail.id)) ?? asWritten(mail)
  } catch (error) {
    return { unmade: said(error) }
  }
}

/** The mail waits longer; however often that is decided, one job is left for it. */
const wait = (
  { database }: MailDeps,
  { offices, actor, data }: MailJob,
  notBefore: string,
): Promise<void> =>
  database.write(offices, actor, (tx) =>
    queueJob(tx, { name: mailJob }, data, {
      key: `${mailJob} ${data.mailId}`,
      runAt: notBefore,
    }),
  )

async function sendAtTurn(deps: MailDeps, mailer: Mailer | undefined, job: MailJob): Promise<void> {
  const { database } = deps
  const {
    offices,
    actor,
    data: { mailId },
  } = job
  const found = await database.read(offices, async (db) => {
    const [mail] = await db.select().from(mails).where(eq(mails.id, mailId))
    if (mail?.state !== 'queued' && mail?.state !== 'failed') return undefined
    return { mail, now: await atTurn(deps, db, mail) }
  })
  if (!found) return
  const { mail, now } = found
  if ('notBefore' in now) return wait(deps, job, now.notBefore)
  const record = (change: object, badAddress = false) =>
    database.write(offices, actor, async (tx) => {
      await tx
        .update(mails)
        .set(change)
        // A report that it came back may be faster than we are.
        .where(and(eq(mails.id, mailId), ne(mails.state, 'bounced')))
      if (badAddress) await deps.reportBadAddress(tx, mailId)
    })
  if ('withdrawn' in now) return record({ state: 'withdrawn', error: now.withdrawn })
  const attempts = sql`${mails.attempts} + 1`
  if ('unmade' in now) {
    await record({ state: 'failed', error: now.unmade, attempts })
    throw new Error(now.unmade)
  }
  if (!mailer) return record({ ...contentOf(now), state: 'kept' })
  // Nobody needs the secret any more.
  const emptied = mail.confidential && { bodyText: '', bodyHtml: null }
  const bounced = (error: string, badAddress: boolean) =>
    record(
      { ...contentOf(now), ...emptied, state: 'bounced', bouncedAt: sql`now()`, error, attempts },
      badAddress,
    )
  // One that would mean several recipients, or none, gets no further.
  const address = emailAddress.safeParse(now.recipient.address)
  if (!address.success) return bounced('Alamat surel ini tidak sah.', true)
  try {
    await mailer.send(messageOf(deps, { id: mailId, address: address.data, mail: now }))
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal.kind === 'permanent') return bounced(refusal.said, refusal.addressIsBad)
    const reason = refusal.kind === 'unreachable' ? `${serverAway}: ${refusal.said}` : refusal.said
    await record({ state: 'failed', error: reason, attempts })
    throw new Error(reason)
  }
  await record({
    ...contentOf(now),
    ...emptied,
    state: 'sent',
    sentAt: sql`now()`,
    error: null,
    attempts,
  })
}

/** Sends one queued mail a job, as it is to be said when its turn has come; without a mail server it is kept. */
export const sendMailTask = (mailer: Mailer | undefined): Task<{ mailId: string }, MailDeps> => ({
  name: mailJob,
  run: (deps, job) => sendAtTurn(deps, mailer, job),
})
