import { and, eq } from 'drizzle-orm'
import { prepared, type Tx } from '../platform/database.ts'
import type { TemplateMessage } from './cloud-api.ts'
import { whatsappMessages } from './tables.ts'

const isQueued = (id: string) =>
  and(eq(whatsappMessages.id, id), eq(whatsappMessages.state, 'queued'))

/** Keeps what is really sent, which is written when its turn has come. */
export async function keepAsSent(tx: Tx, message: TemplateMessage): Promise<void> {
  const { id, recipient, template, language } = message
  const parameters = [...message.parameters]
  await tx
    .update(whatsappMessages)
    .set({ recipient, template, language, parameters })
    .where(isQueued(id))
}

/** Where a message has come to; `at` is an ISO instant. */
export type MessageState =
  | { state: 'sent' | 'delivered'; providerId: string; at: string }
  | { state: 'failed'; error: string; providerId?: string }
  | { state: 'withdrawn'; error: string }

// Reports come late, twice and in any order: a state only moves forward. Who got it got it, whatever failed elsewhere.
const rank = (state: string) =>
  `array_position(array['queued', 'sent', 'failed', 'delivered', 'withdrawn'], ${state})`

const advance = {
  name: 'advance_whatsapp_message',
  text: `
update whatsapp_messages
   set state = $2, provider_id = coalesce(provider_id, $3), error = $4,
       sent_at = case when $2 in ('sent', 'delivered') then coalesce(sent_at, $5::timestamptz, now()) else sent_at end,
       delivered_at = case when $2 = 'delivered' then coalesce($5::timestamptz, now()) end
 where id = $1 and ${rank('$2')} > ${rank('state')}
returning id`,
}

/** Moves a message forward; false where it has come as far already. */
export async function advanceMessage(tx: Tx, id: string, to: MessageState): Promise<boolean> {
  const moved = await prepared(tx, advance, [
    id,
    to.state,
    'providerId' in to ? (to.providerId ?? null) : null,
    'error' in to ? to.error : null,
    'at' in to ? to.at : null,
  ])
  return moved.length > 0
}

/** Keeps why a message was not taken so far; it is tried again. */
export async function noteMessageTrouble(tx: Tx, id: string, error: string): Promise<void> {
  await tx.update(whatsappMessages).set({ error }).where(isQueued(id))
}

const noteUnknownNumber = {
  name: 'note_unknown_whatsapp_number',
  text: `
update journalists j set phone_problem_at = now()
  from whatsapp_messages w
  join deliveries d on d.whatsapp_message_id = w.id and d.office_id = w.office_id
  join invitations i on i.id = d.invitation_id and i.office_id = d.office_id
  join journalist_contacts c on c.id = i.journalist_id and c.office_id = i.office_id
 where w.id = $1 and j.id = i.journalist_id and j.office_id = i.office_id
   and c.phone = w.recipient and j.phone_problem_at is null`,
}

/** Leaves a number alone that receives no WhatsApp, unless the guest has another one by now. */
export async function noteNumberProblem(tx: Tx, messageId: string): Promise<void> {
  await prepared(tx, noteUnknownNumber, [messageId])
}
