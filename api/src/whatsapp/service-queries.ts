import type { MessageKind } from '@ngopi/shared/templates'
import { concerns, isSpared } from '../messaging/whom-queries.ts'
import { type Db, prepared } from '../platform/database.ts'

/** A message to the service as its turn comes, and whether it still tells the guest something true. */
export interface DueMessage {
  state: 'queued' | 'sent' | 'delivered' | 'failed' | 'withdrawn'
  invitationId: string
  about: MessageKind
  linkVersionThen: number
  /** No person sent it. */
  automatic: boolean
  /** It belongs to a reminder that goes by the clock, to each in the words for where they stand. */
  ofStep: boolean
  holds: boolean
}

const due = {
  name: 'due_whatsapp_message',
  text: `
select w.state, d.invitation_id as "invitationId", d.about, d.link_version as "linkVersionThen",
       d.by_user_id is null as automatic, d.reminder_step is not null as "ofStep",
       coalesce(${concerns(`case when d.kind in ('reminder', 'reschedule', 'thanks') then d.kind else d.about end`)} and not ${isSpared('d.kind')}
         and d.link_version = i.link_version and d.taken_back_at is null
         and j.has_phone and j.phone_problem_at is null, false) as holds
  from whatsapp_messages w
  join deliveries d on d.whatsapp_message_id = w.id and d.office_id = w.office_id
  join invitations i on i.id = d.invitation_id and i.office_id = d.office_id
  join sessions s on s.id = i.session_id and s.office_id = i.office_id
  join journalists j on j.id = i.journalist_id and j.office_id = i.office_id
 where w.id = $1`,
}

/** The message of a job; undefined where there is none. */
export async function findDueMessage(db: Db, id: string): Promise<DueMessage | undefined> {
  return (await prepared<DueMessage>(db, due, [id]))[0]
}

const known = {
  name: 'find_whatsapp_message',
  text: 'select id, office_id as "officeId" from find_whatsapp_message($1, $2)',
}

/** Whose message the service speaks of: by its id, else by ours where we never learnt its id. */
export async function findMessage(
  db: Db,
  { providerId, ours }: { providerId: string; ours: string | undefined },
): Promise<{ id: string; officeId: string } | undefined> {
  const [row] = await prepared<{ id: string; officeId: string }>(db, known, [
    providerId,
    ours ?? null,
  ])
  return row
}
