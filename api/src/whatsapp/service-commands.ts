import type { MessageKind } from '@ngopi/shared/templates'
import type { AddressedMessage } from '../messaging/guest-message-queries.ts'
import { kindOf } from '../messaging/message-rules.ts'
import { prepared, type Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { queueJob } from '../platform/jobs.ts'
import type { ServiceWords } from './service-rules.ts'

/** The job that hands one message to the service. */
export const sendWhatsappJob: { readonly name: string } = { name: 'send_whatsapp' }

/** A message to one guest through the official service. */
export interface ServiceMessage {
  letter: AddressedMessage
  templateKind: MessageKind
  wording: ServiceWords
  byUserId: string | null
  reminderStep?: string | undefined
  noticeId?: string | undefined
  /** ISO instant; now when absent. */
  notBefore?: string | undefined
}

// A guest is reminded once a step: where the delivery is there already, nothing is recorded and nothing sent.
const record = {
  name: 'record_whatsapp_message',
  text: `
with delivery as (
  insert into deliveries (office_id, invitation_id, channel, kind, about, link_version, reminder_step, whatsapp_message_id, by_user_id, notice_id)
  values ($2, $3, 'whatsapp', $4, $5, $6, $7, $1, $8, $13)
  on conflict (office_id, invitation_id, reminder_step) where taken_back_at is null do nothing
  returning whatsapp_message_id as id
)
insert into whatsapp_messages (id, office_id, recipient, template, language, parameters)
select id, $2, $9, $10, $11, $12 from delivery
returning id`,
}

/** Records a message and its delivery and queues the sending, in the transaction of what it tells of. */
export async function queueServiceMessage(
  tx: Tx,
  { letter, templateKind, wording, byUserId, reminderStep, noticeId, notBefore }: ServiceMessage,
): Promise<void> {
  const [message] = await prepared<{ id: string }>(tx, record, [
    newId(),
    letter.officeId,
    letter.invitationId,
    kindOf(templateKind),
    templateKind,
    letter.linkVersion,
    reminderStep ?? null,
    byUserId,
    letter.phone,
    wording.template,
    wording.language,
    wording.parameters,
    noticeId ?? null,
  ])
  if (message)
    await queueJob(
      tx,
      sendWhatsappJob,
      { messageId: message.id },
      notBefore ? { runAt: notBefore } : {},
    )
}
