import type { Delivery, deliveryChannel, deliveryKind } from '@ngopi/shared/invitations'
import type { z } from 'zod'
import { invalidField } from '../platform/app-error.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { holdOwnInvitation } from './commands.ts'
import { lettersFor, type Post } from './letter-queries.ts'
import { mailLetter } from './mail-commands.ts'
import { aboutOf, asksToCome } from './message-rules.ts'
import { invitationMessages } from './messages.ts'
import { getDelivery } from './queries.ts'
import { deliveries } from './tables.ts'

interface Delivering {
  id: string
  userId: string
  channel: z.output<typeof deliveryChannel>
  kind: z.output<typeof deliveryKind>
}

/** `email` queues a mail with the personal link; by other channels it records that a person sent it. */
export async function deliver(
  tx: Tx,
  post: Post,
  { id, userId, channel, kind }: Delivering,
): Promise<Delivery> {
  const { officeId, answer, linkVersion } = await holdOwnInvitation(tx, id)
  const about = aboutOf(kind, answer)
  if (channel !== 'email') {
    const deliveryId = newId()
    await tx.insert(deliveries).values({
      id: deliveryId,
      officeId,
      invitationId: id,
      channel,
      kind,
      about,
      linkVersion,
      byUserId: userId,
    })
    return getDelivery(tx, deliveryId)
  }
  const [letter] = await lettersFor(tx, post, [id])
  if (!letter?.email) throw invalidField('channel', invitationMessages.noEmail)
  if (letter.optedOut && asksToCome(about))
    throw invalidField('channel', invitationMessages.optedOut)
  const { deliveryId } = await mailLetter(tx, post, {
    letter,
    address: letter.email,
    about,
    byUserId: userId,
  })
  return getDelivery(tx, deliveryId)
}
