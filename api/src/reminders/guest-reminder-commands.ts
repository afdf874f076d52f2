import { type AddressedMessage, findGuestMessages } from '../messaging/guest-message-queries.ts'
import { queueGuestMail } from '../messaging/mail-commands.ts'
import { reminderFor } from '../messaging/message-rules.ts'
import { afterQuiet } from '../messaging/send-time-rules.ts'
import { prepared, type Tx } from '../platform/database.ts'
import { hasMailServer, type MessageContext } from '../platform/message-context.ts'
import { reachByWhatsapp } from '../whatsapp/queue-commands.ts'
import { findRecipient, tallyOf } from './recipient-queries.ts'
import type { StepToSend } from './step-commands.ts'
import { keyOfStep } from './step-rules.ts'

/** Until the start, which reminders never follow, unless the deadline is earlier. */
const takesAnswers = ({ rsvpClosesAt }: Pick<AddressedMessage, 'rsvpClosesAt'>, now: string) =>
  rsvpClosesAt === null || Date.parse(rsvpClosesAt) > Date.parse(now)

const lock = {
  name: 'hold_guest_to_remind',
  text: 'select id from invitations where id = $1 for no key update',
}

// Who still waits for an earlier reminder gets one message, that of the newest step.
const renewWaiting = {
  name: 'renew_waiting_reminder',
  text: `update whatsapp_queue set reminder_step = $2, reminds = null
          where invitation_id = $1 and kind = 'reminder' and state = 'waiting' returning id`,
}

/**
 * Reminds one guest of a step, in the words for where the guest stands at this moment and by the channel that works;
 * nothing happens when the guest need not be reminded any more or was already. `now`: ISO instant.
 */
export async function remindGuest(
  tx: Tx,
  context: MessageContext,
  { invitationId, job, now }: { invitationId: string; job: StepToSend; now: string },
): Promise<void> {
  // One after another at each guest; what is read below then sees what a second worker did.
  await prepared(tx, lock, [invitationId])
  const guest = await findRecipient(tx, {
    ...job,
    invitationId,
    now,
    mailServer: hasMailServer(context),
  })
  if (!guest?.channel) return
  const reminderStep = keyOfStep(job.step, job.day)
  const [letter] = await findGuestMessages(tx, context, [invitationId])
  const templateKind = letter && reminderFor(letter.answer, takesAnswers(letter, now))
  if (!templateKind) return
  if (guest.channel === 'email' && letter.email !== null) {
    const notBefore = job.byUserId === null ? afterQuiet(letter, now) : undefined
    const { byUserId } = job
    const { email: address } = letter
    await queueGuestMail(tx, context, {
      letter,
      address,
      templateKind,
      byUserId,
      reminderStep,
      notBefore,
    })
  } else {
    const waiting = await prepared(tx, renewWaiting, [invitationId, reminderStep])
    if (waiting.length === 0)
      await reachByWhatsapp(tx, context, {
        invitationIds: [invitationId],
        kind: 'reminder',
        reminderStep,
      })
  }
}

const record = {
  name: 'record_reminder_step',
  text: `
update reminder_steps set silent = $4, maybe = $5, attending = $6, mailed = $7, queued = $8, unreached = $9,
       failed_at = case when $10::boolean then coalesce(failed_at, now()) end
 where session_id = $1 and step = $2 and sent_for = $3
   and (silent, maybe, attending, mailed, queued, unreached, failed_at is not null)
       is distinct from ($4::int, $5::int, $6::int, $7::int, $8::int, $9::int, $10::boolean)`,
}

/** Keeps whom a step reached, counted from what went out, and whether it failed to reach somebody it tried to. */
export async function recordReached(
  tx: Tx,
  context: Pick<MessageContext, 'config'>,
  { job, failed }: { job: StepToSend; failed: boolean },
): Promise<void> {
  const { silent, maybe, attending, byMail, byWhatsapp, unreachable } = await tallyOf(tx, {
    ...job,
    mailServer: hasMailServer(context),
  })
  await prepared(tx, record, [
    job.sessionId,
    job.step,
    job.day,
    silent,
    maybe,
    attending,
    byMail,
    byWhatsapp,
    unreachable,
    failed,
  ])
}

const fail = {
  name: 'fail_reminder_step',
  text: `
update reminder_steps
   set failed_at = now(), silent = 0, maybe = 0, attending = 0, mailed = 0, queued = 0, unreached = 0
 where session_id = $1 and step = $2 and sent_for = $3 and failed_at is null`,
}

/** Keeps that a step failed before anything could be recorded of it; what it was to reach was only meant. */
export async function markFailed(tx: Tx, { sessionId, step, day }: StepToSend): Promise<void> {
  await prepared(tx, fail, [sessionId, step, day])
}
