import type { Reminded } from '@ngopi/shared/whatsapp'
import type { DeliveryKind } from '../messaging/message-rules.ts'
import { AppError } from '../platform/app-error.ts'
import { prepared, type Tx } from '../platform/database.ts'
import type { QueueAbout } from './queue-rules.ts'

/** A guest of the queue, held for the rest of the transaction. */
export interface HeldQueueRow {
  id: string
  officeId: string
  invitationId: string
  sessionId: string
  kind: DeliveryKind
  about: QueueAbout | null
  reminderStep: string | null
  reminds: Reminded | null
  state: 'waiting' | 'sent' | 'skipped' | 'problem' | 'withdrawn'
  claimedBy: string | null
  /** The claim has not run out. */
  inHand: boolean
  settledBy: string | null
  deliveryId: string | null
}

const lock = {
  name: 'hold_whatsapp_queue_row',
  text: `
select q.id, q.office_id as "officeId", q.invitation_id as "invitationId", i.session_id as "sessionId", q.kind, q.about,
       q.reminder_step as "reminderStep", q.reminds, q.state, q.claimed_by as "claimedBy",
       coalesce(q.claimed_until >= now(), false) as "inHand", q.settled_by as "settledBy", q.delivery_id as "deliveryId"
  from whatsapp_queue q join invitations i on i.id = q.invitation_id and i.office_id = q.office_id
 where q.id = $1 for update of q`,
}

const inSight = {
  name: 'whatsapp_queue_in_sight',
  text: 'select from whatsapp_queue where id = $1',
}

/** Holds a guest of the queue; 404 out of sight, 403 where it is another office's. */
export async function lockQueueRow(tx: Tx, id: string): Promise<HeldQueueRow> {
  const [row] = await prepared<HeldQueueRow>(tx, lock, [id])
  if (row) return row
  const [seen] = await prepared(tx, inSight, [id])
  throw new AppError(seen ? 'forbidden' : 'not_found')
}
