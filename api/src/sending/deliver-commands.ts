import type { Delivery, deliveryChannel, deliveryKind } from '@ngopi/shared/invitations'
import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { lockOwnInvitation } from '../invitations/lock-commands.ts'
import { getDelivery } from '../invitations/queries.ts'
import { invitationStrings } from '../invitations/strings.ts'
import { deliveries } from '../invitations/tables.ts'
import { requireLetter } from '../letters/queries.ts'
import { findGuestMessages } from '../messaging/guest-message-queries.ts'
import { queueGuestMail } from '../messaging/mail-commands.ts'
import { aboutOf, asksToCome, reminderFor } from '../messaging/message-rules.ts'
import { withdrawals } from '../messaging/withdrawal-rules.ts'
import { AppError, invalidField } from '../platform/app-error.ts'
import { prepared, type Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import type { MessageContext } from '../platform/message-context.ts'
import {
  lockRowsMarkedWith,
  markSentByHand,
  waitAgainInQueue,
} from '../whatsapp/outcome-commands.ts'
import { whatsappStrings } from '../whatsapp/strings.ts'

interface Delivering {
  id: string
  userId: string
  channel: z.output<typeof deliveryChannel>
  kind: z.output<typeof deliveryKind>
  /** The formal letter goes with a mail. */
  attachLetter?: boolean
}

/** `email` queues a mail with the personal link; by other channels it records that a person sent it, who then waits for no WhatsApp of this kind. */
export async function deliver(
  tx: Tx,
  context: MessageContext,
  { id, userId, channel, kind, attachLetter = false }: Delivering,
): Promise<Delivery> {
  const { officeId, sessionId, linkVersion } = await lockOwnInvitation(tx, id)
  const [letter] = await findGuestMessages(tx, context, [id])
  if (!letter) throw new AppError('not_found')
  const templateKind = aboutOf(kind, letter)
  if (channel !== 'email') {
    const deliveryId = newId()
    await tx.insert(deliveries).values({
      id: deliveryId,
      officeId,
      invitationId: id,
      channel,
      kind,
      about: templateKind,
      linkVersion,
      byUserId: userId,
    })
    if (channel === 'whatsapp')
      await markSentByHand(tx, { invitationId: id, kind, deliveryId, userId })
    return getDelivery(tx, deliveryId)
  }
  if (attachLetter) await requireLetter(tx, sessionId)
  if (!letter.email) throw invalidField('channel', invitationStrings.noEmail)
  if (letter.optedOut && asksToCome(templateKind))
    throw invalidField('channel', invitationStrings.optedOut)
  if (kind === 'thanks' && letter.afterwards === null)
    throw invalidField('kind', withdrawals.nothingToSay)
  if (kind === 'reminder' && !reminderFor(letter.answer, letter.answersOpen))
    throw invalidField('kind', withdrawals.needsNoReminder)
  const { deliveryId } = await queueGuestMail(tx, context, {
    letter,
    address: letter.email,
    templateKind,
    byUserId: userId,
    attachLetter,
  })
  return getDelivery(tx, deliveryId)
}

const lockDelivery = {
  name: 'hold_delivery',
  text: `
select id, mail_id is not null or whatsapp_message_id is not null as "wentOut", taken_back_at is not null as "takenBack"
  from deliveries where id = $1 for update`,
}

/**
 * Takes back the mark of a person that something was sent; a guest of the WhatsApp queue waits there again. Taken back
 * twice is taken back. 409 `closed` for what the server sent itself, 404 out of sight, 403 for another office.
 */
export async function takeBack(tx: Tx, id: string): Promise<undefined> {
  // The guest of the queue first, then the mark: the order of those who work the queue off.
  const rows = await lockRowsMarkedWith(tx, id)
  const [delivery] = await prepared<{ wentOut: boolean; takenBack: boolean }>(tx, lockDelivery, [
    id,
  ])
  if (!delivery) {
    await getDelivery(tx, id)
    throw new AppError('forbidden')
  }
  if (delivery.wentOut) throw new AppError('closed', { message: whatsappStrings.wentOut })
  if (delivery.takenBack) return
  await tx.update(deliveries).set({ takenBackAt: sql`now()` }).where(eq(deliveries.id, id))
  await waitAgainInQueue(tx, rows)
}
