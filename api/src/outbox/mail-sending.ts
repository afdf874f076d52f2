import { emailAddress } from '@ngopi/shared/contact'
import { and, eq, ne, sql } from 'drizzle-orm'
import type { Config } from '../platform/config.ts'
import type { Database, Db } from '../platform/database.ts'
import { type Job, queueJob, type Task } from '../platform/jobs.ts'
import type { Keys } from '../platform/keys.ts'
import {
  type MailAtTurn,
  mailJob,
  mails,
  type RefreshMail,
  type ReportBadAddress,
} from '../platform/mail.ts'
import { mailSenderOf, messageOf } from './mail-message.ts'
import type { Mailer } from './mailer.ts'
import { refusalOf } from './smtp-refusal.ts'
import { asWritten, contentOf } from './stored-mail.ts'

export interface MailDeps {
  database: Database
  config: Pick<Config, 'smtpUrl' | 'publicUrl' | 'senderAddress' | 'bounceAddress'>
  keys: Pick<Keys, 'bounce'>
  refreshMail: RefreshMail
  reportBadAddress: ReportBadAddress
}

type Mail = typeof mails.$inferSelect
type MailJob = Job<{ mailId: string }>

/** Begins the error of a job that failed only because the server was away; such jobs are called when it is back. */
export const serverAway = 'Server surel tidak dapat dihubungi'

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** The mail at its turn, or why it cannot be made: a letter that cannot be printed, say. */
async function atSendTime(
  { refreshMail }: MailDeps,
  db: Db,
  mail: Mail,
): Promise<MailAtTurn | { unmade: string }> {
  try {
    return (await refreshMail(db, mail.id)) ?? asWritten(db, mail)
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
    const now = await atSendTime(deps, db, mail)
    return {
      mail,
      now,
      content: 'recipient' in now ? contentOf(db, now) : {},
      sender: await mailSenderOf(db, mail.officeId),
    }
  })
  if (!found) return
  const { mail, now, content, sender } = found
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
  const unmade = async (reason: string): Promise<never> => {
    await record({ state: 'failed', error: reason, attempts })
    throw new Error(reason)
  }
  if ('unmade' in now) return unmade(now.unmade)
  const attachments = await Promise.all(now.attach.map((make) => make())).catch((error: unknown) =>
    unmade(said(error)),
  )
  if (!mailer) return record({ ...content, state: 'kept' })
  // Nobody needs the secret any more.
  const emptied = mail.confidential && { bodyText: '', bodyHtml: null }
  const bounced = (error: string, badAddress: boolean) =>
    record(
      { ...content, ...emptied, state: 'bounced', bouncedAt: sql`now()`, error, attempts },
      badAddress,
    )
  // One that would mean several recipients, or none, gets no further.
  const address = emailAddress.safeParse(now.recipient.address)
  if (!address.success) return bounced('Alamat surel ini tidak sah.', true)
  try {
    await mailer.send(
      messageOf(deps, { id: mailId, address: address.data, mail: now, attachments, sender }),
    )
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal.kind === 'permanent') return bounced(refusal.said, refusal.addressIsBad)
    const reason = refusal.kind === 'unreachable' ? `${serverAway}: ${refusal.said}` : refusal.said
    await record({ state: 'failed', error: reason, attempts })
    throw new Error(reason)
  }
  await record({
    ...content,
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
