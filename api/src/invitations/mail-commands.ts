import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { queueMail, senderAddress } from '../platform/mail.ts'
import { mailOf, type Occurrence } from './guest-messages.ts'
import { type AddressedLetter, lettersFor, type Post } from './letter-queries.ts'
import { mailedCalendar } from './personal-calendar.ts'
import { deliveries } from './tables.ts'

/** Queues one mail to a guest and records the delivery, in the transaction of what it tells of. */
export async function mailLetter(
  tx: Tx,
  post: Post,
  {
    letter,
    address,
    about,
    byUserId,
  }: {
    letter: AddressedLetter
    address: string
    about: Occurrence
    byUserId: string | null
  },
): Promise<{ deliveryId: string; state: 'kept' | 'queued' }> {
  const mail = await queueMail(tx, {
    officeId: letter.officeId,
    smtp: post.config.smtpUrl !== undefined,
    mail: {
      recipient: { name: letter.guestName, address },
      ...mailOf(letter, about),
      calendar: mailedCalendar(letter, {
        about,
        guest: { name: letter.guestName, address },
        sender: senderAddress(post.config),
      }),
    },
  })
  const deliveryId = newId()
  await tx.insert(deliveries).values({
    id: deliveryId,
    officeId: letter.officeId,
    invitationId: letter.invitationId,
    channel: 'email',
    // A freed seat renews the invitation of somebody who waited.
    kind: about === 'seat' ? 'invitation' : about,
    mailId: mail.id,
    byUserId,
  })
  return { deliveryId, state: mail.state }
}

/** Tells guests what the system did for them; those without an address are told by an officer. */
export async function mailGuests(
  tx: Tx,
  post: Post,
  { invitationIds, about }: { invitationIds: readonly string[]; about: Occurrence },
): Promise<void> {
  if (invitationIds.length === 0) return
  for (const letter of await lettersFor(tx, post, invitationIds)) {
    if (letter.email === null) continue
    await mailLetter(tx, post, { letter, address: letter.email, about, byUserId: null })
  }
}
