import type { Tx } from '../../platform/database.ts'
import { prepared } from '../../platform/database.ts'
import type { Post } from '../letter-queries.ts'
import type { DeliveryKind } from '../message-rules.ts'

const enqueue = {
  name: 'queue_for_whatsapp',
  text: `
insert into whatsapp_queue (office_id, invitation_id, kind, reminder_step)
select i.office_id, i.id, $2, $3
  from unnest($1::uuid[]) with ordinality asked(id, place)
  join invitations i on i.id = asked.id and i.revoked_at is null
  join journalists j on j.id = i.journalist_id and j.office_id = i.office_id
 where j.phone is not null and j.phone_problem_at is null
   and (j.opted_out_at is null or $2 in ('reschedule', 'cancel'))
 order by asked.place
on conflict do nothing
returning invitation_id as id`,
}

/**
 * Has guests written to by WhatsApp: puts those with a number into the queue of their session, where an officer works
 * it off. Who waits there already for the same kind of message is not put in twice. Answers whom it put in.
 */
export async function reachByWhatsapp(
  tx: Tx,
  _post: Post,
  {
    invitationIds,
    kind,
    reminderStep,
  }: { invitationIds: readonly string[]; kind: DeliveryKind; reminderStep?: string },
): Promise<string[]> {
  if (invitationIds.length === 0) return []
  const added = await prepared<{ id: string }>(tx, enqueue, [
    invitationIds,
    kind,
    reminderStep ?? null,
  ])
  return added.map(({ id }) => id)
}
