import type { QueueItem, QueueProgress, Reminded } from '@ngopi/shared/whatsapp'
import { findGuestMessages } from '../messaging/guest-message-queries.ts'
import { aboutOf, type DeliveryKind } from '../messaging/message-rules.ts'
import { remindedAs } from '../messaging/whom-queries.ts'
import { type Db, prepared } from '../platform/database.ts'
import type { MessageContext } from '../platform/message-context.ts'
import { messageText, whatsappUrl } from '../templates/message-text.ts'
import type { QueueAbout } from './queue-rules.ts'

/** SQL over `s`, `i`, `q`: of reminders, only those for this group, where one is named. */
export const remindsOnly = (group: string): string =>
  `(${group}::text is null or q.kind <> 'reminder' or coalesce(q.reminds, ${remindedAs}) = ${group})`

// A guest counts once a kind, by the latest time in the queue.
const progress = {
  name: 'whatsapp_queue_progress',
  text: `
select q.kind, count(*) as total, count(*) filter (where q.state = 'waiting') as waiting,
       count(*) filter (where q.state = 'waiting' and q.claimed_until >= now() and q.claimed_by <> $3) as "inHand",
       count(*) filter (where q.state = 'sent') as sent, count(*) filter (where q.state = 'skipped') as skipped,
       count(*) filter (where q.state = 'problem') as problems,
       count(*) filter (where q.state = 'withdrawn') as withdrawn
  from (select distinct on (q.kind, q.invitation_id) q.kind, q.state, q.claimed_until, q.claimed_by
          from sessions s
          join invitations i on i.session_id = s.id and i.office_id = s.office_id
          join whatsapp_queue q on q.invitation_id = i.id and q.office_id = i.office_id
         where s.id = $1 and q.kind = any ($2::text[]) and ${remindsOnly('$4')}
         order by q.kind, q.invitation_id, q.id desc) q
 group by q.kind`,
}

const nothingQueued: QueueProgress = {
  total: 0,
  waiting: 0,
  inHand: 0,
  sent: 0,
  skipped: 0,
  problems: 0,
  withdrawn: 0,
}

/** How far the queue of a session is for each of these kinds, of reminders for this group alone where one is named, as this user sees it. */
export async function queueProgressOf(
  db: Db,
  {
    sessionId,
    kinds,
    userId,
    reminds,
  }: {
    sessionId: string
    kinds: readonly DeliveryKind[]
    userId: string
    reminds?: Reminded | null | undefined
  },
): Promise<Map<DeliveryKind, QueueProgress>> {
  const rows = await prepared<QueueProgress & { kind: DeliveryKind }>(db, progress, [
    sessionId,
    kinds,
    userId,
    reminds ?? null,
  ])
  return new Map(
    kinds.map((kind) => {
      const { kind: _, ...counts } = rows.find((row) => row.kind === kind) ?? {
        ...nothingQueued,
        kind,
      }
      return [kind, counts]
    }),
  )
}

const itemById = {
  name: 'whatsapp_queue_item',
  text: `
select q.id, q.invitation_id as "invitationId", q.kind, q.about, q.claimed_until as "claimedUntil",
       json_build_object('id', j.id, 'fullName', j.full_name) as journalist,
       case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end as outlet,
       (select max(d.at) from deliveries d
         where d.office_id = q.office_id and d.invitation_id = q.invitation_id and d.taken_back_at is null) as "lastContact"
  from whatsapp_queue q
  join invitations i on i.id = q.invitation_id and i.office_id = q.office_id
  join journalists j on j.id = i.journalist_id and j.office_id = i.office_id
  left join outlets o on o.id = i.outlet_id and o.office_id = i.office_id
 where q.id = $1`,
}

/** The guest of a claim, with what to write; undefined where there is nowhere to write to any more. */
export async function findQueueItem(
  db: Db,
  context: MessageContext,
  id: string,
): Promise<QueueItem | undefined> {
  const [row] = await prepared<
    Omit<QueueItem, 'phone' | 'message' | 'whatsappUrl'> & { about: QueueAbout | null }
  >(db, itemById, [id])
  const evenRevoked = row?.about === 'revoked'
  const [letter] = row
    ? await findGuestMessages(db, context, [row.invitationId], { evenRevoked })
    : []
  if (!row || !letter?.phone) return undefined
  const { about, ...item } = row
  const message = messageText(letter, about ?? aboutOf(row.kind, letter))
  return { ...item, phone: letter.phone, message, whatsappUrl: whatsappUrl(letter.phone, message) }
}
