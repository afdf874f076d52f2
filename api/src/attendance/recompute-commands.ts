import { prepared, type Tx } from '../platform/database.ts'

/**
 * What the scans at the door say of each guest $3 of session $2, with what a person set by hand on top, and below what
 * the guest counts as since the session was closed.
 * A scan counts unless an undo of the session names its nonce, whichever arrived first; times are taken
 * as corrected when the scan was received. A substitute who got the guest's place counts as let in by the list, else as
 * a walk-in; who reported by themselves before they were let in by the list was there since then. The outlet is that
 * of the first scan, or of the mark, as it was then.
 */
const settle = {
  name: 'settle_attendances',
  text: `
with acts as materialized (
  select s.journalist_id, s.act, s.outlet_id, s.corrected_at as at, s.nonce, s.press_card_seen, s.clock_skewed,
         u.undoes is not null as undone
    from scans s
    left join (select distinct undoes from scans
                where office_id = $1 and session_id = $2 and undoes is not null) u on u.undoes = s.nonce
   where s.office_id = $1 and s.session_id = $2 and s.journalist_id = any ($3::uuid[])
), firsts as (
  select distinct on (journalist_id) * from acts where not undone order by journalist_id, at, nonce
), outlets_named as (
  select distinct on (journalist_id) * from acts where outlet_id is not null order by journalist_id, at, nonce
), seen as (
  select journalist_id, bool_or(press_card_seen) as card, bool_or(clock_skewed) as skewed
    from acts where not undone group by journalist_id
), told as (
  select g.id as journalist_id, i.id as invitation_id,
         coalesce(case when a.marked_status is not null then a.outlet_id end, first_act.outlet_id,
                  i.outlet_id, any_act.outlet_id) as outlet_id,
         coalesce(a.marked_status, case when first_act.at is not null then 'present' end, a.closed_status, 'unmarked') as status,
         least(first_act.at, case when a.marked_status = 'present' then a.marked_at end) as at,
         case when a.marked_status = 'present' and a.marked_at < coalesce(first_act.at, 'infinity') then 'list'
              when first_act.act <> 'substitute' then first_act.act
              when i.answer <> 'substituted' then 'list' else 'walk_in' end as source, a.self_reported_at,
         array_remove(array[case when seen.card then 'press_card_seen' end,
                            case when seen.skewed then 'clock_skewed' end], null) as flags
    from unnest($3::uuid[]) g(id)
    left join attendances a on a.office_id = $1 and a.session_id = $2 and a.journalist_id = g.id
    left join invitations i
      on i.office_id = $1 and i.session_id = $2 and i.journalist_id = g.id and i.revoked_at is null
    left join firsts first_act on first_act.journalist_id = g.id
    left join outlets_named any_act on any_act.journalist_id = g.id
    left join seen on seen.journalist_id = g.id
), settled as (
  select *, source = 'list' and self_reported_at < at as by_themselves from told
)
insert into attendances as kept
       (office_id, session_id, journalist_id, invitation_id, outlet_id, status, arrived_at, source, flags)
select $1, $2, journalist_id, invitation_id, outlet_id, status,
       case when status = 'present' then case when by_themselves then self_reported_at else at end end,
       case when status = 'present' then case when by_themselves then 'self' else source end end, flags
  from settled
on conflict (office_id, session_id, journalist_id) do update
   set invitation_id = excluded.invitation_id, outlet_id = excluded.outlet_id, status = excluded.status,
       arrived_at = excluded.arrived_at, source = excluded.source, flags = excluded.flags
 where (kept.invitation_id, kept.outlet_id, kept.status, kept.arrived_at, kept.source, kept.flags)
       is distinct from (excluded.invitation_id, excluded.outlet_id, excluded.status, excluded.arrived_at,
                         excluded.source, excluded.flags)`,
}

/** Guests of one session. */
export interface Attendees {
  officeId: string
  sessionId: string
  journalistIds: readonly string[]
}

/**
 * Makes the attendance of the guests what the set of scans says; the caller holds the session's lock, so
 * no scan is added meanwhile.
 */
export async function recomputeAttendances(
  tx: Tx,
  { officeId, sessionId, journalistIds }: Attendees,
): Promise<void> {
  if (journalistIds.length === 0) return
  await prepared(tx, settle, [officeId, sessionId, journalistIds])
}
