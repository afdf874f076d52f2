import type { MessageKind } from '@ngopi/shared/templates'
import { deliveries } from '../invitations/tables.ts'
import { prepared, type Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { queueMail, senderAddress } from '../platform/mail.ts'
import { hasMailServer, type MessageContext } from '../platform/message-context.ts'
import { mailOf } from '../templates/message-text.ts'
import { mailedCalendar } from './guest-calendar.ts'
import type { AddressedMessage } from './guest-message-queries.ts'
import { kindOf } from './message-rules.ts'

/** A mail to one guest. */
export interface GuestMail {
  letter: AddressedMessage
  address: string
  templateKind: MessageKind
  byUserId: string | null
  /** The formal letter goes with it. */
  attachLetter?: boolean
  reminderStep?: string | undefined
  noticeId?: string | undefined
  /** ISO instant; now when absent. */
  notBefore?: string | undefined
}

/** Queues one mail to a guest and records the delivery, in the transaction of what it tells of. */
export async function queueGuestMail(
  tx: Tx,
  context: MessageContext,
  {
    letter,
    address,
    templateKind,
    byUserId,
    attachLetter = false,
    reminderStep,
    noticeId,
    notBefore,
  }: GuestMail,
): Promise<{ deliveryId: string; state: 'kept' | 'queued' }> {
  const mail = await queueMail(tx, {
    officeId: letter.officeId,
    smtp: hasMailServer(context),
    notBefore,
    mail: {
      recipient: { name: letter.guestName, address },
      ...mailOf(letter, templateKind),
      calendar: mailedCalendar(letter, {
        templateKind,
        guest: { name: letter.guestName, address },
        sender: senderAddress(context.config),
      }),
      unsubscribeUrl: `${letter.url}/opt-out`,
      attachLetter,
    },
  })
  const deliveryId = newId()
  await tx.insert(deliveries).values({
    id: deliveryId,
    officeId: letter.officeId,
    invitationId: letter.invitationId,
    channel: 'email',
    kind: kindOf(templateKind),
    about: templateKind,
    linkVersion: letter.linkVersion,
    reminderStep: reminderStep ?? null,
    noticeId: noticeId ?? null,
    mailId: mail.id,
    byUserId,
  })
  return { deliveryId, state: mail.state }
}

const markBadAddress = {
  name: 'mark_bad_address',
  text: `update journalists j set email_problem_at = now()
           from mails m
           join deliveries d on d.mail_id = m.id and d.office_id = m.office_id
           join invitations i on i.id = d.invitation_id and i.office_id = d.office_id
           join journalist_contacts c on c.id = i.journalist_id and c.office_id = i.office_id
          where m.id = $1 and j.id = i.journalist_id and j.office_id = i.office_id
            and lower(c.email) = lower(m.recipient) and j.email_problem_at is null`,
}

/** Notes at the guest of a mail that this address does not work, unless it was changed since. */
export async function reportBadAddress(tx: Tx, mailId: string): Promise<void> {
  await prepared(tx, markBadAddress, [mailId])
}
