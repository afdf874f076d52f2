import type { Delivery, Invitation, InvitationDetail } from '@ngopi/shared/invitations'
import { AppError } from '../platform/app-error.ts'
import { type Db, prepared } from '../platform/database.ts'

const iso = (column: string) =>
  `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** A delivery `d` with its mail `m` and user `u`, as its contract has it. */
const deliveryObject = `json_build_object(
  'id', d.id, 'channel', d.channel, 'kind', d.kind, 'about', d.about, 'state', coalesce(m.state, w.state, 'marked'), 'at', ${iso('d.at')},
  'by', case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end)`

const deliverySources = `deliveries d
    left join mail_states m on m.id = d.mail_id and m.office_id = d.office_id
    left join whatsapp_states w on w.id = d.whatsapp_message_id and w.office_id = d.office_id
    left join users u on u.id = d.by_user_id and u.office_id = d.office_id`

/** Another invitation `p` that stands in this relation to `i`, by its guest. */
const partnerObject = (relation: string) => `(
    select json_build_object('invitationId', p.id, 'fullName', j.full_name)
      from invitations p join journalists j on j.id = p.journalist_id and j.office_id = p.office_id
     where p.office_id = i.office_id and p.session_id = i.session_id and ${relation} limit 1)`

/** SQL over `i`: the position in the queue for a seat, from 1; null for who does not wait. */
export const queuePosition = `
  case when i.answer = 'waitlisted' then (
    select count(*)::int from invitations w
     where w.office_id = i.office_id and w.session_id = i.session_id and w.answer = 'waitlisted'
       and w.revoked_at is null and (w.waitlisted_at, w.id) <= (i.waitlisted_at, i.id)) end`

/** Columns of an invitation in the shape of its contract; with `whoIsInvited` and `lastDelivery` joined. */
export const invitationColumns = `
  i.id, i.session_id as "sessionId", json_build_object('id', j.id, 'fullName', j.full_name) as journalist,
  case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end as outlet,
  i.answer, i.holds_seat as "holdsSeat", i.waitlisted_at as "waitlistedAt", ${queuePosition} as "queuePosition", i.party_size as "partySize",
  i.crew, i.offer_expires_at as "offerExpiresAt", i.responded_at as "respondedAt",
  ir.decline_reason as "declineReason", ir.decline_kind as "declineKind",
  ${partnerObject('i.substitute_of = p.id')} as "substituteOf",
  ${partnerObject(`i.answer = 'substituted' and p.substitute_of = i.id and p.revoked_at is null`)} as "substitutedBy",
  ${partnerObject('i.named_by = p.id')} as "namedBy",
  case when i.group_name is not null then json_build_object('name', i.group_name, 'places', i.group_places,
    'named', (select count(*) from invitations p
               where p.office_id = i.office_id and p.named_by = i.id and p.revoked_at is null
                 and p.answer <> 'substituted')) end as "group",
  (select count(*)::int from representations r
    where r.office_id = i.office_id and r.invitation_id = i.id and r.state = 'pending') as "openRepresentations", last.delivery as "lastDelivery",
  j.has_phone as "hasPhone", j.has_email as "hasEmail",
  i.created_at as "createdAt", i.version`

/** Joined to `invitations i`: who is invited (`j`), for which outlet (`o`), and for the own office why they declined (`ir`). */
export const whoIsInvited = `
  join journalists j on j.id = i.journalist_id and j.office_id = i.office_id
  left join invitation_reasons ir on ir.id = i.id and ir.office_id = i.office_id
  left join outlets o on o.id = i.outlet_id and o.office_id = i.office_id`

/** Joined to `invitations i`: what was last sent to the guest (`last`). */
export const lastDelivery = `left join lateral (
    select ${deliveryObject} as delivery from ${deliverySources}
     where d.office_id = i.office_id and d.invitation_id = i.id and d.link_version = i.link_version
       and d.taken_back_at is null
     order by d.id desc limit 1) last on true`

const byIds = {
  name: 'invitations_by_id',
  text: `select ${invitationColumns}
           from unnest($1::uuid[]) with ordinality asked(id, place)
           join invitations i on i.id = asked.id ${whoIsInvited} ${lastDelivery}
          where i.revoked_at is null order by asked.place`,
}

/** The invitations in this order; revoked ones and those out of sight are left out. */
export const invitationsById = (db: Db, ids: readonly string[]): Promise<Invitation[]> =>
  prepared<Invitation>(db, byIds, [ids])

/** One invitation; 404 when it is revoked or out of sight. */
export async function getInvitation(db: Db, id: string): Promise<Invitation> {
  const [invitation] = await invitationsById(db, [id])
  if (!invitation) throw new AppError('not_found')
  return invitation
}

const responsesOf = {
  name: 'responses_of',
  text: `select r.id, r.from_answer as "from", r.to_answer as "to", r.at, rr.reason, rr.note, r.after_deadline as "afterDeadline",
                r.moved_from is not null as moved,
                json_build_object('kind', r.by_kind, 'name', case r.by_kind
                  when 'officer' then u.name when 'journalist' then j.full_name end) as by
           from responses r
           left join response_reasons rr on rr.id = r.id and rr.office_id = r.office_id
           join invitations i on i.id = r.invitation_id and i.office_id = r.office_id
           join journalists j on j.id = i.journalist_id and j.office_id = i.office_id
           left join users u on u.id = r.by_user_id and u.office_id = r.office_id
          where r.invitation_id = $1 order by r.id`,
}

const deliveriesOf = {
  name: 'deliveries_of',
  text: `select ${deliveryObject} as delivery from ${deliverySources} where d.invitation_id = $1 and d.taken_back_at is null order by d.id`,
}

/** One invitation with its history, oldest first; 404 when it is revoked or out of sight. */
export async function getInvitationDetail(db: Db, id: string): Promise<InvitationDetail> {
  const invitation = await getInvitation(db, id)
  const responses = await prepared<InvitationDetail['responses'][number]>(db, responsesOf, [id])
  const deliveries = await prepared<{ delivery: Delivery }>(db, deliveriesOf, [id])
  return { ...invitation, responses, deliveries: deliveries.map((row) => row.delivery) }
}

const deliveryById = {
  name: 'delivery_by_id',
  text: `select ${deliveryObject} as delivery from ${deliverySources} where d.id = $1`,
}

/** One delivery; 404 out of sight. */
export async function getDelivery(db: Db, id: string): Promise<Delivery> {
  const [row] = await prepared<{ delivery: Delivery }>(db, deliveryById, [id])
  if (!row) throw new AppError('not_found')
  return row.delivery
}
