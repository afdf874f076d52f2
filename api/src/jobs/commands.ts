import type { Job } from '@ngopi/shared/jobs'
import { and, eq, inArray } from 'drizzle-orm'
import { AppError } from '../platform/app-error.ts'
import { prepared, type Tx } from '../platform/database.ts'
import { mails } from '../platform/mail.ts'
import { findJob, sentByJob } from './queries.ts'
import { jobStrings } from './strings.ts'

const retried = { name: 'retry_job', text: 'select retry_job($1) as done' }
const discarded = { name: 'discard_job', text: 'select discard_job($1) as done' }

const withdrawMessage = {
  name: 'withdraw_whatsapp_message',
  text: `update whatsapp_messages set state = 'withdrawn' where id = $1 and state in ('queued', 'failed')`,
}

async function heldBack(tx: Tx, statement: typeof retried, id: string): Promise<boolean> {
  const [row] = await prepared<{ done: boolean }>(tx, statement, [id])
  return row?.done === true
}

/** Why nothing happened: there is no such job, or it is being done at this very moment. */
async function refusal(tx: Tx, id: string): Promise<AppError> {
  return (await findJob(tx, id))
    ? new AppError('in_progress', { message: jobStrings.jobUnderWay })
    : new AppError('not_found')
}

/** Calls a job now, with all its tries before it. Throws `not_found`, and `in_progress` while it is being done. */
export async function retryJob(tx: Tx, id: string): Promise<Job> {
  if (!(await heldBack(tx, retried, id))) throw await refusal(tx, id)
  const job = await findJob(tx, id)
  if (!job) throw new AppError('not_found')
  return job
}

/**
 * Gives a job up for good; a mail or WhatsApp message it was to send is withdrawn, so that its guest counts as not written
 * to. Throws `not_found`, and `in_progress` while it is
 * being done.
 */
export async function discardJob(tx: Tx, id: string): Promise<void> {
  const sent = await sentByJob(tx, id)
  if (!(await heldBack(tx, discarded, id))) throw await refusal(tx, id)
  if (sent?.messageId) await prepared(tx, withdrawMessage, [sent.messageId])
  if (!sent?.mailId) return
  await tx
    .update(mails)
    .set({ state: 'withdrawn', error: jobStrings.stoppedMail.id })
    .where(and(eq(mails.id, sent.mailId), inArray(mails.state, ['queued', 'failed'])))
}
