import type { Reminded } from '@ngopi/shared/whatsapp'
import { type Afterwards, onlyTold } from '../messaging/after-session-queries.ts'
import { findGuestMessages } from '../messaging/guest-message-queries.ts'
import { aboutOf, asksToCome, type DeliveryKind } from '../messaging/message-rules.ts'
import { afterQuiet } from '../messaging/send-time-rules.ts'
import { candidatesFor, isSpared, mayQueue } from '../messaging/whom-queries.ts'
import { prepared, type Tx } from '../platform/database.ts'
import type { MessageContext } from '../platform/message-context.ts'
import { lockOwnSession } from '../sessions/own-session-queries.ts'
import type { QueueAbout } from './queue-rules.ts'
import { queueServiceMessage } from './service-commands.ts'
import { serviceWords } from './service-rules.ts'

// News of a seat stands in for the invitation a guest may be waiting for; whoever has the guest in hand with the former
// words gets the new ones first.
const enqueue = {
  name: 'queue_for_whatsapp',
  text: `
insert into whatsapp_queue as q (office_id, invitation_id, kind, reminder_step, about, notice_id, reminds)
select i.office_id, i.id, k.kind, $3, $4, $5, $6
  from unnest($1::uuid[]) with ordinality asked(id, place)
 cross join (select $2::text as kind) k
  join invitations i on i.id = asked.id and (i.revoked_at is null or $4 = 'revoked')
  join journalists j on j.id = i.journalist_id and j.office_id = i.office_id
 where j.has_phone and j.phone_problem_at is null and not ${isSpared('k.kind')}
 order by asked.place
on conflict (office_id, invitation_id, kind) where state = 'waiting'
do update set about = coalesce(excluded.about, q.about), notice_id = coalesce(excluded.notice_id, q.notice_id), claimed_by = null, claimed_until = null
 where q.kind = 'reschedule' or (excluded.about is not null and q.about is distinct from excluded.about)
returning invitation_id as id`,
}

/** Guests to be written to by WhatsApp. */
export interface Reaching {
  invitationIds: readonly string[]
  kind: DeliveryKind
  /** What the kind alone does not say. */
  templateKind?: QueueAbout | undefined
  noticeId?: string | undefined
  reminderStep?: string | undefined
  /** Of a reminder sent by hand: whom it is meant for. */
  reminds?: Reminded | undefined
}

/**
 * Puts guests with a number into the queue of their session, where an officer works it off. Who waits there already
 * for the same kind of message is not put in twice. Answers whom it put in.
 */
export async function putIntoQueue(
  tx: Tx,
  { invitationIds, kind, templateKind, noticeId, reminderStep, reminds }: Reaching,
): Promise<string[]> {
  if (invitationIds.length === 0) return []
  const added = await prepared<{ id: string }>(tx, enqueue, [
    invitationIds,
    kind,
    reminderStep ?? null,
    templateKind ?? null,
    noticeId ?? null,
    reminds ?? null,
  ])
  return added.map(({ id }) => id)
}

/**
 * Fills the queue with everybody who has a number and was not yet written to about this, or with those of these
 * invitations; after a session those alone whom these words fit, if any are named; answers how many were added.
 */
export async function fillQueue(
  tx: Tx,
  {
    sessionId,
    kind,
    reminds = 'silent',
    followUp,
    invitationIds,
  }: {
    sessionId: string
    kind: DeliveryKind
    reminds?: Reminded | undefined
    followUp?: Afterwards | undefined
    invitationIds?: readonly string[] | undefined
  },
): Promise<number> {
  await lockOwnSession(tx, sessionId)
  const candidates = await onlyTold(tx, {
    sessionId,
    followUp,
    candidates: await candidatesFor(tx, {
      sessionId,
      kinds: [kind],
      reminds,
      invitationIds,
      // Whether a mail could still be sent plays no part here.
      mailServer: false,
    }),
  })
  const ids = candidates.filter(mayQueue).map((candidate) => candidate.invitationId)
  const meant = kind === 'reminder' ? { reminds } : {}
  return (await putIntoQueue(tx, { invitationIds: ids, kind, ...meant })).length
}

/**
 * Has guests written to by WhatsApp, without a person asking for it: through the official service, outside the quiet
 * hours, where it is set up and the office has a template that says this; else an officer finds them in the queue.
 * Answers whom it reached for.
 */
export async function reachByWhatsapp(
  tx: Tx,
  context: MessageContext,
  reaching: Reaching,
): Promise<string[]> {
  if (!context.config.whatsapp) return putIntoQueue(tx, reaching)
  const now = new Date().toISOString()
  const byHand: string[] = []
  const sent: string[] = []
  const evenRevoked = reaching.templateKind === 'revoked'
  for (const letter of await findGuestMessages(tx, context, reaching.invitationIds, {
    evenRevoked,
  })) {
    const templateKind = reaching.templateKind ?? aboutOf(reaching.kind, letter)
    const wording = letter.phone === null ? undefined : serviceWords(letter, templateKind)
    if (!wording) byHand.push(letter.invitationId)
    else if (!(letter.optedOut && asksToCome(templateKind))) {
      const notBefore = afterQuiet(letter, now)
      const { reminderStep, noticeId } = reaching
      await queueServiceMessage(tx, {
        letter,
        templateKind,
        wording,
        byUserId: null,
        reminderStep,
        noticeId,
        notBefore,
      })
      sent.push(letter.invitationId)
    }
  }
  return [...sent, ...(await putIntoQueue(tx, { ...reaching, invitationIds: byHand }))]
}
