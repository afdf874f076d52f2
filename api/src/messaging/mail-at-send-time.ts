import type { MessageKind } from '@ngopi/shared/templates'
import { letterAttachment } from '../letters/letter-attachment.ts'
import { type Db, prepared } from '../platform/database.ts'
import { type RefreshMail, senderAddress } from '../platform/mail.ts'
import type { MessageContext } from '../platform/message-context.ts'
import { mailOf } from '../templates/message-text.ts'
import { mailedCalendar } from './guest-calendar.ts'
import { findGuestMessage } from './guest-message-queries.ts'
import { kindAtSendTime } from './message-rules.ts'
import { afterQuiet } from './send-time-rules.ts'
import { withdrawals, withdrawnBecause } from './withdrawal-rules.ts'

interface Queued {
  invitationId: string
  about: MessageKind
  linkVersionThen: number
  attachLetter: boolean
  /** No person sent it. */
  automatic: boolean
  /** It belongs to a reminder that goes by the clock, to each in the words for where they stand. */
  ofStep: boolean
}

const queuedFor = {
  name: 'queued_mail',
  text: `select d.invitation_id as "invitationId", d.about, d.link_version as "linkVersionThen",
                m.attach_letter as "attachLetter", d.by_user_id is null as automatic,
                d.reminder_step is not null as "ofStep"
           from deliveries d
           join mails m on m.id = d.mail_id and m.office_id = d.office_id
          where d.mail_id = $1`,
}

async function attachedTo(db: Db, context: MessageContext, { attachLetter, invitationId }: Queued) {
  if (!attachLetter) return []
  return [await letterAttachment(db, context, invitationId)]
}

/**
 * What a queued mail to a guest says when its turn comes, or why it is no longer to be sent: the answer, the session, the
 * address and the words of that moment count. An automatic one whose turn falls into the quiet hours, after a refusal
 * say, waits until they end. Mails that are no guest's stay as they were written.
 */
export const refreshGuestMail =
  (context: MessageContext): RefreshMail =>
  async (db, mailId) => {
    const [queued] = await prepared<Queued>(db, queuedFor, [mailId])
    if (!queued) return undefined
    const letter = await findGuestMessage(db, context, {
      invitationId: queued.invitationId,
      templateKind: queued.about,
    })
    if (!letter) return { withdrawn: withdrawals.revoked.id }
    const now = new Date().toISOString()
    const templateKind = kindAtSendTime(queued.about, letter)
    const meantWith = queued.ofStep ? null : queued.about
    const reason = withdrawnBecause({ ...letter, ...queued, templateKind, meantWith }, now)
    if (reason) return { withdrawn: reason.id }
    if (letter.email === null) return { withdrawn: withdrawals.noAddress.id }
    const notBefore = queued.automatic ? afterQuiet(letter, now) : undefined
    if (notBefore !== undefined) return { notBefore }
    const guest = { name: letter.guestName, address: letter.email }
    const calendar = mailedCalendar(letter, {
      templateKind,
      guest,
      sender: senderAddress(context.config),
    })
    return {
      recipient: guest,
      ...mailOf(letter, templateKind),
      ...(calendar && { calendar }),
      unsubscribeUrl: `${letter.url}/opt-out`,
      attach: await attachedTo(db, context, queued),
    }
  }
