import type { ResponseOf } from '@ngopi/shared/endpoint'
import type { invitationsApi } from '@ngopi/shared/invitations'
import { knowsOfIt } from '../messaging/whom-queries.ts'
import { prepared, type Tx } from '../platform/database.ts'
import { lockSending } from '../sessions/own-session-queries.ts'
import { lockSession } from '../sessions/session-lock-queries.ts'

type Withdrawal = ResponseOf<typeof invitationsApi.withdraw>

// Whom an officer has in hand in the queue is being written to at this moment. What is not said to anybody leaves no
// answer behind, no seat and no entry in a calendar, so that nothing else need be undone.
const withdraw = {
  name: 'withdraw_invitations',
  text: `
with asked as materialized (
  select i.id, j.full_name, i.revoked_at is not null as gone,
         case when i.revoked_at is not null then null
              when i.answer <> 'none' or i.responded_at is not null then 'answered'
              when ${knowsOfIt} or exists (
                select from whatsapp_queue q where q.office_id = i.office_id and q.invitation_id = i.id
                   and q.state = 'waiting' and q.claimed_until >= now()) then 'told' end as reason
    from invitations i
    join journalists j on j.id = i.journalist_id and j.office_id = i.office_id
   where i.office_id = $1 and i.session_id = $2 and i.id = any ($3)
), withdrawn as (
  update invitations i
     set revoked_at = now(), link_version = i.link_version + 1, calendar_revision = i.calendar_revision + 1,
         group_name = null, group_places = null
    from asked a where i.id = a.id and i.office_id = $1 and a.reason is null and not a.gone
  returning i.id
)
select given.id, a.full_name as "fullName", case when a.id is null then 'unknown' else a.reason end as reason
  from unnest($3::uuid[]) with ordinality given(id, place)
  left join asked a on a.id = given.id
 order by given.place`,
}

/**
 * Takes back invitations of which nobody was told yet, all in one; who was told or has answered keeps theirs and is
 * named. Taken back twice is taken back. 404 and 403 for the session as elsewhere.
 */
export async function withdrawInvitations(
  tx: Tx,
  { sessionId, invitationIds }: { sessionId: string; invitationIds: readonly string[] },
): Promise<Withdrawal> {
  const { officeId } = await lockSession(tx, sessionId)
  await lockSending(tx, sessionId)
  const rows = await prepared<{
    id: string
    fullName: string | null
    reason: Withdrawal['kept'][number]['reason'] | null
  }>(tx, withdraw, [officeId, sessionId, [...new Set(invitationIds)]])
  return {
    withdrawn: rows.flatMap(({ id, reason }) => (reason ? [] : [id])),
    kept: rows.flatMap(({ id, fullName, reason }) =>
      reason ? [{ invitationId: id, fullName: fullName ?? '', reason }] : [],
    ),
  }
}
