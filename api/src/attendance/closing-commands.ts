import { prepared, type Tx } from '../platform/database.ts'

/** An unmarked guest who is excused rather than absent. */
export interface Excused {
  invitationId: string
  reason: string | null
}

interface OfSession {
  officeId: string
  sessionId: string
}

const guests = {
  name: 'guests_to_close',
  text: `select id from invitations
          where office_id = $1 and session_id = $2 and revoked_at is null and answer <> 'substituted'`,
}

/** Tells of invitations whether they are of guests of the session who were still to come. */
export async function guestsAmong(
  tx: Tx,
  { officeId, sessionId, invitationIds }: OfSession & { invitationIds: readonly string[] },
): Promise<(invitationId: string) => boolean> {
  if (invitationIds.length === 0) return () => false
  const rows = await prepared<{ id: string }>(tx, guests, [officeId, sessionId])
  const known = new Set(rows.map(({ id }) => id))
  return (invitationId) => known.has(invitationId.toLowerCase())
}

/**
 * Every guest gets it, those present too: a desk may take a scan back later, whichever of the two comes first. Who said
 * that they cannot come is excused for the reason they gave, unless $5 names them.
 */
const close = {
  name: 'close_attendances',
  text: `
with excused as (
  select distinct on (id) * from unnest($3::uuid[], $4::text[]) e(id, reason) order by id
), closed as (
  select i.office_id, i.session_id, i.journalist_id, i.id, i.outlet_id,
         e.id is not null or (i.answer = 'declined' and i.id <> all ($5::uuid[])) as is_excused,
         coalesce(e.reason, case when i.answer = 'declined' then ir.decline_reason end) as reason
    from invitations i
    left join invitation_reasons ir on ir.id = i.id and ir.office_id = i.office_id
    left join excused e on e.id = i.id
   where i.office_id = $1 and i.session_id = $2 and i.revoked_at is null and i.answer <> 'substituted'
)
insert into attendances as kept
       (office_id, session_id, journalist_id, invitation_id, outlet_id, status, closed_status, closed_reason)
select office_id, session_id, journalist_id, id, outlet_id, as_status, as_status, case when is_excused then reason end
  from closed, lateral (select case when is_excused then 'excused' else 'absent' end as as_status) told
on conflict (office_id, session_id, journalist_id) do update
   set closed_status = excluded.closed_status,
       -- Not the excluded row: to read a reason from it takes the right to read every office's.
       closed_reason = (select c.reason from closed c where c.is_excused and c.journalist_id = excluded.journalist_id),
       status = case when kept.status = 'unmarked' then excluded.status else kept.status end`,
}

/**
 * Guests of whom nothing is noted count as absent from now on, or as excused. Neither the scans nor a person says so:
 * a scan that a desk sends later makes a guest present all the same, and a mark by hand stands above both. The caller
 * holds the session's row.
 */
export async function closeAttendances(
  tx: Tx,
  {
    officeId,
    sessionId,
    excused,
    absent,
  }: OfSession & { excused: readonly Excused[]; absent: readonly string[] },
): Promise<void> {
  const ids = excused.map(({ invitationId }) => invitationId)
  const reasons = excused.map(({ reason }) => reason)
  await prepared(tx, close, [officeId, sessionId, ids, reasons, absent])
}
