import type { QueueItem } from '@ngopi/shared/whatsapp'
import type { DeliveryKind } from '../messaging/message-rules.ts'
import { AppError } from '../platform/app-error.ts'
import { prepared, type Tx } from '../platform/database.ts'
import type { MessageContext } from '../platform/message-context.ts'
import { claimGuest } from './claim-commands.ts'
import { type HeldQueueRow, lockQueueRow } from './outcome-queries.ts'
import { whatsappStrings } from './strings.ts'

/** What an officer says became of a guest. */
export interface Outcome {
  outcome: 'sent' | 'skipped' | 'problem'
  note: string | null
}

// The words follow where the guest stands now. A link revoked since was that of the version before.
const recordSent = {
  name: 'record_whatsapp_sent',
  text: `
insert into deliveries (office_id, invitation_id, channel, kind, about, link_version, reminder_step, by_user_id)
select i.office_id, i.id, 'whatsapp', $2,
       coalesce($3, case when $2 = 'reschedule' and not (i.answer in ('none', 'needs_reconfirmation', 'offered', 'declined')
                           and s.status = 'published' and coalesce(s.rsvp_closes_at, s.starts_at) > now()) then 'moved'
                         when $2 <> 'reminder' then $2 when i.answer = 'attending' then 'reminder_attending'
                         when i.answer = 'maybe' then 'reminder_maybe' else 'reminder_silent' end),
       i.link_version - (i.revoked_at is not null)::int, $4, $5
  from invitations i join sessions s on s.id = i.session_id and s.office_id = i.office_id where i.id = $1
on conflict (office_id, invitation_id, reminder_step) where taken_back_at is null do nothing
returning id`,
}

// The same instant stands in both rows, so that the mark can be taken back without touching a later one.
const notePhoneProblem = {
  name: 'note_phone_problem',
  text: `
update journalists j set phone_problem_at = now() from invitations i
 where i.id = $1 and j.id = i.journalist_id and j.office_id = i.office_id`,
}

const recordRowOutcome = {
  name: 'settle_whatsapp_queue',
  text: `
update whatsapp_queue
   set state = $2, note = $3, delivery_id = $4, settled_at = now(), settled_by = $5,
       claimed_by = null, claimed_until = null
 where id = $1`,
}

/**
 * Settles a guest: "ditandai terkirim oleh … pukul …", set aside, or a number that does not work. Skipped ones are
 * handed out no more until the queue is filled again, which puts them at its end. The same outcome again changes
 * nothing; 409 where somebody else has the guest or has dealt with it otherwise.
 */
export async function recordOutcome(
  tx: Tx,
  { id, userId, outcome, note }: Outcome & { id: string; userId: string },
): Promise<HeldQueueRow> {
  const row = await lockQueueRow(tx, id)
  if (row.state === outcome) return row
  if (row.state !== 'waiting')
    throw new AppError('closed', { message: whatsappStrings.inOtherHands })
  if (row.claimedBy !== userId)
    throw new AppError('closed', {
      message: row.inHand ? whatsappStrings.inOtherHands : whatsappStrings.notClaimed,
    })
  let deliveryId: string | null = null
  if (outcome === 'sent') {
    const [delivery] = await prepared<{ id: string }>(tx, recordSent, [
      row.invitationId,
      row.kind,
      row.about,
      row.reminderStep,
      userId,
    ])
    deliveryId = delivery?.id ?? null
  }
  if (outcome === 'problem') await prepared(tx, notePhoneProblem, [row.invitationId])
  await prepared(tx, recordRowOutcome, [id, outcome, note, deliveryId, userId])
  return row
}

const takeBackDelivery = {
  name: 'take_back_delivery',
  text: 'update deliveries set taken_back_at = now() where id = $1 and taken_back_at is null',
}

const forgetPhoneProblem = {
  name: 'forget_phone_problem',
  text: `
update journalists j set phone_problem_at = null from invitations i, whatsapp_queue q
 where q.id = $1 and i.id = q.invitation_id and i.office_id = q.office_id
   and j.id = i.journalist_id and j.office_id = i.office_id and j.phone_problem_at = q.settled_at`,
}

const waitAgain = {
  name: 'wait_in_whatsapp_queue_again',
  text: `
update whatsapp_queue q
   set state = 'waiting', settled_at = null, settled_by = null, note = null, delivery_id = null
 where q.id = $1 and not exists (
   select from whatsapp_queue other where other.office_id = q.office_id and other.invitation_id = q.invitation_id
      and other.kind = q.kind and other.state = 'waiting')
returning q.id`,
}

/**
 * Takes a mark back and hands the same guest again; undefined where this guest is not to be written to any more.
 * 409 for one who was withdrawn, waits again already, or whom another officer has in hand.
 */
export async function unsettleGuest(
  tx: Tx,
  context: MessageContext,
  { id, userId }: { id: string; userId: string },
): Promise<{ row: HeldQueueRow; item: QueueItem | undefined }> {
  const row = await lockQueueRow(tx, id)
  if (row.state === 'withdrawn' || (row.state === 'waiting' && row.claimedBy !== userId))
    throw new AppError('closed', { message: whatsappStrings.inOtherHands })
  if (row.state === 'sent' && row.deliveryId) await prepared(tx, takeBackDelivery, [row.deliveryId])
  if (row.state === 'problem') await prepared(tx, forgetPhoneProblem, [id])
  if (row.state !== 'waiting') {
    const [again] = await prepared(tx, waitAgain, [id])
    if (!again) throw new AppError('closed', { message: whatsappStrings.queuedAgain })
  }
  const { sessionId, kind } = row
  return { row, item: await claimGuest(tx, context, { id, sessionId, kind, userId }) }
}

const markSentOutside = {
  name: 'settle_outside_whatsapp_queue',
  text: `
update whatsapp_queue
   set state = 'sent', delivery_id = $3, settled_at = now(), settled_by = $4, claimed_by = null, claimed_until = null
 where invitation_id = $1 and kind = $2 and state = 'waiting'`,
}

/** A guest marked outside the queue waits in it no longer. */
export async function markSentByHand(
  tx: Tx,
  {
    invitationId,
    kind,
    deliveryId,
    userId,
  }: { invitationId: string; kind: DeliveryKind; deliveryId: string; userId: string },
): Promise<void> {
  await prepared(tx, markSentOutside, [invitationId, kind, deliveryId, userId])
}

const settledWith = {
  name: 'settled_with_delivery',
  text: 'select id from whatsapp_queue where delivery_id = $1 order by id for update',
}

/** Holds the guests of the queue whom this mark settled; to be held before the mark itself. */
export async function lockRowsMarkedWith(tx: Tx, deliveryId: string): Promise<string[]> {
  return (await prepared<{ id: string }>(tx, settledWith, [deliveryId])).map(({ id }) => id)
}

/** Guests whose mark was taken back outside the queue wait in it again, in nobody's hands. */
export async function waitAgainInQueue(tx: Tx, rows: readonly string[]): Promise<void> {
  for (const id of rows) await prepared(tx, waitAgain, [id])
}
