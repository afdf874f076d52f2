import { type Db, prepared } from '../platform/database.ts'
import type { Claim, Swap } from './swap-rules.ts'

/** Undone scans count for nothing, whichever of the two arrived first. */
const live = (scan: string) =>
  `not exists (select from scans u where u.office_id = $1 and u.session_id = $2 and u.undoes = ${scan}.nonce)`

const claimsOfSession = {
  name: 'claims_of_session',
  text: `
select i.id as "from", c.journalist_id as "to", i.outlet_id as "outletId",
       ${live('c')} or exists (
         select from scans o where o.office_id = $1 and o.session_id = $2 and o.journalist_id = c.journalist_id
            and o.act in ('pass', 'list') and ${live('o')}) as stands,
       exists (select from scans o
                where o.office_id = $1 and o.session_id = $2 and o.journalist_id = i.journalist_id and ${live('o')})
         or exists (select from attendances a
                     where a.office_id = $1 and a.session_id = $2 and a.journalist_id = i.journalist_id
                       and a.marked_status = 'present') as "giverInside",
       i.revoked_at is null and (i.answer not in ('declined', 'substituted') or now_there.id is not null) as "giverOpen",
       j.archived_at is null and j.opted_out_at is null and (
         own.id is null or exists (
           select from invitations g where g.office_id = $1 and g.id = own.substitute_of and g.answer = 'substituted'
              and g.swapped_at_door and g.revoked_at is null)) as "takerOpen",
       now_there.id as "takerInvitation", now_there.journalist_id as "takerNow"
  from scans c
  join sessions s on s.office_id = $1 and s.id = c.session_id and c.received_at >= s.starts_at - $3::interval
  join invitations i on i.office_id = $1 and i.id = c.invitation_id and i.session_id = $2
  join journalists j on j.office_id = $1 and j.id = c.journalist_id
  left join invitations now_there
    on now_there.office_id = $1 and now_there.substitute_of = i.id and now_there.revoked_at is null
       and now_there.answer <> 'substituted' and i.answer = 'substituted' and i.swapped_at_door
  left join invitations own
    on own.office_id = $1 and own.session_id = $2 and own.journalist_id = c.journalist_id and own.revoked_at is null
 where c.office_id = $1 and c.session_id = $2 and c.act = 'substitute'
 order by not ${live('c')}, c.corrected_at, c.nonce`,
}

export interface ReadClaim extends Claim {
  /** The outlet that the guest was to represent. */
  outletId: string | null
  /** The invitation that has the place now, when it was passed on at the door, and whose it is. */
  takerInvitation: string | null
  takerNow: string | null
}

/** The first minute at which a place may be passed on at the door, before the start. */
const doorOpens = '1 hour'

/** Every scan of a session that names a substitute, in the order in which they count. */
export const readClaims = (
  db: Db,
  { officeId, sessionId }: { officeId: string; sessionId: string },
): Promise<ReadClaim[]> =>
  prepared<ReadClaim>(db, claimsOfSession, [officeId, sessionId, doorOpens])

/** A place passed on at the door, with the invitation that has it. */
export interface PresentSwap extends Swap {
  takerInvitation: string
}

/** The places that are passed on now. */
export function presentSwaps(claims: readonly ReadClaim[]): PresentSwap[] {
  const swaps = new Map<string, PresentSwap>()
  for (const { from, takerNow, takerInvitation } of claims) {
    if (takerNow && takerInvitation) swaps.set(from, { from, to: takerNow, takerInvitation })
  }
  return [...swaps.values()]
}
