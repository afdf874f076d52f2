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

/** The places in `excused` that name no guest of the session who was still to come. */
export async function strangersAmong(
  tx: Tx,
  { officeId, sessionId, excused }: OfSession & { excused: readonly Excused[] },
): Promise<number[]> {
  if (excused.length === 0) return []
  const rows = await prepared<{ id: string }>(tx, guests, [officeId, sessionId])
  const known = new Set(rows.map(({ id }) => id))
  return excused.flatMap(({ invitationId }, place) =>
    known.has(invitationId.toLowerCase()) ? [] : [place],
  )
}

/**
 * Every guest gets it, those present too: a desk may take an act back later, whichever of the two comes first. Who said
 * that they cannot come is excused for the reason they gave.
 */
const close = {
  name: 'close_attendances',
  text: `
with excused as (
  select distinct on (id) * from unnest($3::uuid[], $4::text[]) e(id, reason) order by id
), closed as (
  select i.*, case when e.id is not null or i.answer = 'declined' then 'excused' else 'absent' end as as_status,
         coalesce(e.reason, case when i.answer = 'declined' then i.decline_reason end) as as_reason
    from invitations i left join excused e on e.id = i.id
   where i.office_id = $1 and i.session_id = $2 and i.revoked_at is null and i.answer <> 'substituted'
)
insert into attendances as kept
       (office_id, session_id, journalist_id, invitation_id, outlet_id, status, closed_status, closed_reason)
select office_id, session_id, journalist_id, id, outlet_id, as_status, as_status, as_reason from closed
on conflict (office_id, session_id, journalist_id) do update
   set closed_status = excluded.closed_status, closed_reason = excluded.closed_reason,
       status = case when kept.status = 'unmarked' then excluded.status else kept.status end`,
}

/**
 * Guests of whom nothing is noted count as absent from now on, or as excused. Neither the scans nor a person says so:
 * an act that a desk sends later makes a guest present all the same, and a mark by hand stands above both. The caller
 * holds the session's row.
 */
export async function closeAttendances(
  tx: Tx,
  { officeId, sessionId, excused }: OfSession & { excused: readonly Excused[] },
): Promise<void> {
  const ids = excused.map(({ invitationId }) => invitationId)
  const reasons = excused.map(({ reason }) => reason)
  await prepared(tx, close, [officeId, sessionId, ids, reasons])
}
