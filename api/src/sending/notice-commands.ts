import type { MessageKind } from '@ngopi/shared/templates'
import { findGuestMessage } from '../messaging/guest-message-queries.ts'
import { queueGuestMail } from '../messaging/mail-commands.ts'
import { kindAtSendTime, kindOf } from '../messaging/message-rules.ts'
import { afterQuiet } from '../messaging/send-time-rules.ts'
import { knowsOfIt, lastReachedBy } from '../messaging/whom-queries.ts'
import { withdrawnBecause } from '../messaging/withdrawal-rules.ts'
import { prepared, type Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { queueJob } from '../platform/jobs.ts'
import { hasMailServer, type MessageContext } from '../platform/message-context.ts'
import { reachByWhatsapp } from '../whatsapp/queue-commands.ts'
import { queueAboutOf } from '../whatsapp/queue-rules.ts'

/** What guests are to be told by the system, and who they are. */
export interface Notice {
  /** Known at each guest's message, so that nobody is told twice. */
  noticeId: string
  sessionId: string
  invitationIds: readonly string[]
  kind: MessageKind
}

/** The job that tells guests what the system did for them. */
export const notifyGuestsJob = { name: 'notify_guests' }

/** Has guests told, in the transaction of what they are told of; the messages are written afterwards, by a worker. */
export async function notifyGuests(tx: Tx, notice: Omit<Notice, 'noticeId'>): Promise<void> {
  if (notice.invitationIds.length === 0) return
  await queueJob<Notice>(tx, notifyGuestsJob, { noticeId: newId(), ...notice })
}

const whoKnew = {
  name: 'guest_who_knew',
  text: `select i.id from invitations i where i.id = $1 and ${knowsOfIt}`,
}

/** As `notifyGuests`, one guest, unless they never knew of the session. */
export async function notifyWhoKnew(
  tx: Tx,
  {
    sessionId,
    invitationId,
    kind,
  }: { sessionId: string; invitationId: string; kind: 'revoked' | 'replaced' },
): Promise<void> {
  const knew = await prepared<{ id: string }>(tx, whoKnew, [invitationId])
  await notifyGuests(tx, { sessionId, invitationIds: knew.map(({ id }) => id), kind })
}

const lockGuest = {
  name: 'lock_guest_to_notify',
  text: `
select exists (select from deliveries d where d.office_id = i.office_id and d.invitation_id = i.id and d.notice_id = $2)
    or exists (select from whatsapp_queue q where q.office_id = i.office_id and q.invitation_id = i.id and q.notice_id = $2)
       as notified, ${lastReachedBy} as "reachedBy"
  from invitations i where i.id = $1 for no key update of i`,
}

interface Guest {
  notified: boolean
  reachedBy: 'email' | 'whatsapp' | null
}

/**
 * Tells one guest of a notice, unless it no longer holds: by the way that last reached them where it still works, else by
 * mail, outside the quiet hours, else by WhatsApp: through the official service, or where an officer has the text ready.
 * Without a mail server everybody with a number is told by WhatsApp, and for the others the mail is kept in the app.
 */
export async function notifyGuest(
  tx: Tx,
  context: MessageContext,
  { notice, invitationId }: { notice: Notice; invitationId: string },
): Promise<void> {
  const { noticeId } = notice
  const [guest] = await prepared<Guest>(tx, lockGuest, [invitationId, noticeId])
  if (!guest || guest.notified) return
  const letter = await findGuestMessage(tx, context, { invitationId, templateKind: notice.kind })
  if (!letter) return
  const now = new Date().toISOString()
  const templateKind = kindAtSendTime(notice.kind, letter)
  if (withdrawnBecause({ ...letter, templateKind, linkVersionThen: letter.linkVersion }, now))
    return
  const { email, phone } = letter
  const prefersWhatsapp = guest.reachedBy === 'whatsapp' || !hasMailServer(context)
  if (email !== null && !(phone !== null && prefersWhatsapp)) {
    const notBefore = afterQuiet(letter, now)
    await queueGuestMail(tx, context, {
      letter,
      address: email,
      templateKind,
      byUserId: null,
      notBefore,
      noticeId,
    })
    return
  }
  await reachByWhatsapp(tx, context, {
    invitationIds: [invitationId],
    kind: kindOf(templateKind),
    templateKind: queueAboutOf(templateKind),
    noticeId,
  })
}
