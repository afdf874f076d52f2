import type { QueueItem, Reminded } from '@ngopi/shared/whatsapp'
import { and, eq } from 'drizzle-orm'
import type { DeliveryKind } from '../messaging/message-rules.ts'
import { guestsOfSession, stillToWrite } from '../messaging/whom-queries.ts'
import { AppError } from '../platform/app-error.ts'
import { prepared, type Tx } from '../platform/database.ts'
import type { MessageContext } from '../platform/message-context.ts'
import { lockOwnSession } from '../sessions/own-session-queries.ts'
import { lockQueueRow } from './outcome-queries.ts'
import { findQueueItem, remindsOnly } from './queue-queries.ts'
import { whatsappStrings } from './strings.ts'
import { whatsappQueue } from './tables.ts'

interface Claiming {
  sessionId: string
  kind: DeliveryKind
  userId: string
  /** Of reminders: those for this group alone. */
  reminds?: Reminded | undefined
}

const queueOfSession = `sessions s ${guestsOfSession}
    join whatsapp_queue q on q.invitation_id = i.id and q.office_id = i.office_id`

/** Over `q`: in nobody's hands, or in those of the user `$3`; `$4` names one guest alone, `$5` a group to remind. */
const within = `s.id = $1 and q.kind = $2 and q.state = 'waiting' and ($4::uuid is null or q.id = $4)
     and ${remindsOnly('$5')} and (q.claimed_until is null or q.claimed_until < now() or q.claimed_by = $3)`

// The rows are chosen in a WITH, which is run once; in a FROM they may be chosen anew for each row of the join.
// What another claim looks at this moment is left to it.
const withdraw = {
  name: 'withdraw_from_whatsapp_queue',
  text: `
with gone as materialized (
  select q.id, q.office_id from ${queueOfSession}
   where ${within} and not ${stillToWrite} for update of q skip locked
)
update whatsapp_queue q
   set state = 'withdrawn', settled_at = now(), claimed_by = null, claimed_until = null
  from gone where q.id = gone.id and q.office_id = gone.office_id`,
}

const take = {
  name: 'claim_from_whatsapp_queue',
  text: `
with next as materialized (
  select q.id, q.office_id from ${queueOfSession}
   where ${within}
   order by coalesce(q.claimed_by = $3 and q.claimed_until >= now(), false) desc, q.id
   limit 1 for update of q skip locked
)
update whatsapp_queue q set claimed_by = $3, claimed_until = now() + interval '5 minutes'
  from next where q.id = next.id and q.office_id = next.office_id
returning q.id`,
}

/**
 * The next guest of the queue, the first put in first, kept for this user for five minutes; who holds one already is
 * given the same again. Whoever need not be written to any more leaves the queue. Undefined: nobody is left.
 */
export async function claimNext(
  tx: Tx,
  context: MessageContext,
  { sessionId, kind, userId, reminds }: Claiming,
): Promise<QueueItem | undefined> {
  await lockOwnSession(tx, sessionId)
  return takeGuest(tx, context, [sessionId, kind, userId, null, reminds ?? null])
}

/** As `claimNext`, for this guest of the queue and no other. */
export const claimGuest = (
  tx: Tx,
  context: MessageContext,
  { id, sessionId, kind, userId }: Claiming & { id: string },
): Promise<QueueItem | undefined> => takeGuest(tx, context, [sessionId, kind, userId, id, null])

async function takeGuest(
  tx: Tx,
  context: MessageContext,
  asked: readonly (string | null)[],
): Promise<QueueItem | undefined> {
  for (let tries = 0; tries < triesToClaim; tries++) {
    await prepared(tx, withdraw, asked)
    const [taken] = await prepared<{ id: string }>(tx, take, asked)
    if (!taken) return undefined
    const item = await findQueueItem(tx, context, taken.id)
    if (item) return item
    await prepared(tx, setAside, [taken.id])
  }
  throw new AppError('in_progress', { retryAfter: 1 })
}

/** How many guests may have changed between being taken and being read, before the officer is asked to try again. */
const triesToClaim = 20

/** There is nowhere to write to: what changed since the others were withdrawn. */
const setAside = {
  name: 'set_aside_in_whatsapp_queue',
  text: `update whatsapp_queue
            set state = 'withdrawn', settled_at = now(), claimed_by = null, claimed_until = null where id = $1`,
}

/** Lets another officer have a guest; 409 where another has this guest in hand. */
export async function releaseClaim(
  tx: Tx,
  { id, userId }: { id: string; userId: string },
): Promise<undefined> {
  const row = await lockQueueRow(tx, id)
  if (row.inHand && row.claimedBy !== userId)
    throw new AppError('closed', { message: whatsappStrings.inOtherHands })
  await tx
    .update(whatsappQueue)
    .set({ claimedBy: null, claimedUntil: null })
    .where(and(eq(whatsappQueue.id, id), eq(whatsappQueue.claimedBy, userId)))
}
