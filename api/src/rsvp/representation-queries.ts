import type { Representation } from '@ngopi/shared/representations'
import { AppError } from '../platform/app-error.ts'
import { type Db, prepared } from '../platform/database.ts'
import { findSession } from '../sessions/queries.ts'

/** A representation as it was asked for. */
export interface StoredRepresentation {
  invitationId: string
  fullName: string
  phone: string | null
  email: string | null
  outletName: string | null
  state: Representation['state']
}

/** Joined to `representations r`: number and address, for the own office alone. */
const ownContacts =
  'left join representation_contacts rc on rc.id = r.id and rc.office_id = r.office_id'

const stored = {
  name: 'representation_stored',
  text: `select r.invitation_id as "invitationId", r.full_name as "fullName", rc.phone, rc.email,
                r.outlet_name as "outletName", r.state
           from representations r ${ownContacts} where r.id = $1`,
}

/** Undefined out of sight. */
export async function findRepresentation(
  db: Db,
  id: string,
): Promise<StoredRepresentation | undefined> {
  const [found] = await prepared<StoredRepresentation>(db, stored, [id])
  return found
}

/** The contract's shape over `representations r`; who it may be is asked only while it waits. */
const columns = `
  r.id, json_build_object(
    'id', i.id, 'journalist', json_build_object('id', j.id, 'fullName', j.full_name),
    'outlet', case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end) as invitation,
  r.full_name as "fullName", rc.phone, rc.email, r.outlet_name as "outletName", r.state,
  (select coalesce(json_agg(k.known), '[]') from (
     select json_build_object('id', c.id, 'fullName', c.full_name, 'outlet', (
              select json_build_object('id', p.id, 'name', p.name)
                from affiliations a join outlets p on p.id = a.outlet_id and p.office_id = a.office_id
               where a.office_id = c.office_id and a.journalist_id = c.id
               order by a.outlet_id = i.outlet_id desc, a.is_primary desc, a.id limit 1)) as known
       from journalists c left join journalist_contacts cc on cc.id = c.id and cc.office_id = c.office_id
      where r.state = 'pending' and c.office_id = r.office_id and c.archived_at is null
        and c.id <> i.journalist_id
        and (cc.phone = rc.phone or lower(cc.email) = lower(rc.email) or same_name(c.full_name, r.full_name))
      order by same_name(c.full_name, r.full_name)::int + coalesce(cc.phone = rc.phone, false)::int
               + coalesce(lower(cc.email) = lower(rc.email), false)::int desc, c.search, c.id limit 5) k) as known,
  r.created_at as "createdAt", r.decided_at as "decidedAt",
  case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as "decidedBy"`

const joined = `
  ${ownContacts}
  join invitations i on i.id = r.invitation_id and i.office_id = r.office_id
  join journalists j on j.id = i.journalist_id and j.office_id = i.office_id
  left join outlets o on o.id = i.outlet_id and o.office_id = i.office_id
  left join users u on u.id = r.decided_by and u.office_id = r.office_id`

const ofSession = {
  name: 'representations_of_session',
  text: `select ${columns} from representations r ${joined}
          where i.office_id = $1 and i.session_id = $2
          order by r.state <> 'pending', r.id desc limit 200`,
}

/** Who came with a forwarded link, those who wait first; 404 for a session out of sight. */
export async function listRepresentations(db: Db, sessionId: string): Promise<Representation[]> {
  const session = await findSession(db, sessionId)
  if (!session) throw new AppError('not_found')
  return prepared<Representation>(db, ofSession, [session.officeId, sessionId])
}

const byId = {
  name: 'representation_by_id',
  text: `select ${columns} from representations r ${joined} where r.id = $1`,
}

/** 404 out of sight. */
export async function getRepresentation(db: Db, id: string): Promise<Representation> {
  const [found] = await prepared<Representation>(db, byId, [id])
  if (!found) throw new AppError('not_found')
  return found
}
