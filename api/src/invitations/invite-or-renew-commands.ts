import type { Answer } from '@ngopi/shared/invitation-states'
import { AppError, invalidField } from '../platform/app-error.ts'
import { prepared, type Tx } from '../platform/database.ts'
import { invitationStrings, otherOutlet } from './strings.ts'

interface Candidate {
  archived: boolean
  optedOut: boolean
  /** Whether they work today for the outlet asked about; true without one. */
  atOutlet: boolean
  outletName: string | null
  invitationId: string | null
  answer: Answer | null
  revoked: boolean
}

const viewCandidate = {
  name: 'look_at_candidate',
  text: `
select j.archived_at is not null as archived, j.opted_out_at is not null as "optedOut",
       $4::uuid is null or exists (
         select from affiliations a
          where a.office_id = $1 and a.journalist_id = j.id and a.outlet_id = $4
            and coalesce(a.from_date, '-infinity') <= office_today($1)
            and coalesce(a.until_date, 'infinity') >= office_today($1)) as "atOutlet",
       o.name as "outletName", i.id as "invitationId", i.answer, i.revoked_at is not null as revoked
  from journalists j
  left join outlets o on o.office_id = $1 and o.id = $4
  left join invitations i on i.office_id = $1 and i.session_id = $2 and i.journalist_id = j.id
 where j.office_id = $1 and j.id = $3`,
}

const insertInvitation = {
  name: 'insert_place',
  text: `insert into invitations (office_id, session_id, journalist_id, outlet_id, named_by, named_as)
         values ($1, $2, $3, $4, $5, $6) returning id`,
}

/** A link of before stays dead; one that is still alive goes on. */
const renewInvitation = {
  name: 'renew_place',
  text: `
update invitations
   set link_version = link_version + (revoked_at is not null)::int,
       calendar_revision = calendar_revision + (revoked_at is not null)::int, revoked_at = null, outlet_id = $3, named_by = $4,
       named_as = $5, responded_at = null
 where id = $2 and office_id = $1
returning id`,
}

/** A place in a session for one journalist; the caller holds the session's row. */
export interface Place {
  officeId: string
  sessionId: string
  journalistId: string
  outletId: string | null
  /** The coordinator who names them, and the name as they wrote it. */
  named?: { by: string; as: string } | null
}

/**
 * Gives a journalist an invitation, new or renewed, that has no answer yet, and answers its id. 400 for somebody
 * unknown, archived, who asked for no invitations or, with `onlyOfOutlet`, works elsewhere; 409 `duplicate` for who is
 * invited already. With `evenDeclined` an invitation that was declined serves too, its answer untouched.
 */
export async function inviteOrRenew(
  tx: Tx,
  { officeId, sessionId, journalistId, outletId, named = null }: Place,
  { onlyOfOutlet = false, evenDeclined = false } = {},
): Promise<string> {
  const [found] = await prepared<Candidate>(tx, viewCandidate, [
    officeId,
    sessionId,
    journalistId,
    outletId,
  ])
  if (!found || found.archived)
    throw invalidField('journalistId', invitationStrings.unknownJournalist)
  if (found.optedOut) throw invalidField('journalistId', invitationStrings.optedOut)
  if (onlyOfOutlet && !found.atOutlet)
    throw invalidField('journalistId', otherOutlet(found.outletName ?? ''))
  if (!found.invitationId) {
    const values = [
      officeId,
      sessionId,
      journalistId,
      outletId,
      named?.by ?? null,
      named?.as ?? null,
    ]
    const [made] = await prepared<{ id: string }>(tx, insertInvitation, values)
    return made?.id ?? ''
  }
  const left = evenDeclined && found.answer === 'declined'
  if (!found.revoked && !left)
    throw new AppError('duplicate', { message: invitationStrings.alreadyInvited })
  await prepared(tx, renewInvitation, [
    officeId,
    found.invitationId,
    outletId,
    named?.by ?? null,
    named?.as ?? null,
  ])
  return found.invitationId
}
