import type { Invitation, skipReason } from '@ngopi/shared/invitations'
import type { z } from 'zod'
import { AppError } from '../platform/app-error.ts'
import { prepared, type Tx } from '../platform/database.ts'
import { isChangeable } from '../sessions/rules.ts'
import { lockSession } from '../sessions/session-lock-queries.ts'
import { invitationMessages } from './messages.ts'
import { invitationsById } from './queries.ts'

type Reason = z.output<typeof skipReason>

/** Whom to invite; without an outlet the primary one of today. */
export interface Invitee {
  journalistId: string
  outletId?: string | null
}

interface Candidate {
  known: boolean
  archived: boolean
  optedOut: boolean
  outletKnown: boolean
  outletId: string | null
  /** An earlier invitation to this session, to be reused when it was revoked. */
  invitationId: string | null
  revoked: boolean
}

const lookAtInvitees = {
  name: 'look_at_invitees',
  text: `
select j.id is not null as known, j.archived_at is not null as archived, j.opted_out_at is not null as "optedOut",
       asked.outlet is null or given.id is not null as "outletKnown", coalesce(given.id, usual.outlet_id) as "outletId",
       i.id as "invitationId", i.revoked_at is not null as revoked
  from unnest($3::uuid[], $4::uuid[]) with ordinality asked(journalist, outlet, place)
  join offices o on o.id = $1
  left join journalists j on j.id = asked.journalist and j.office_id = $1
  left join outlets given on given.id = asked.outlet and given.office_id = $1 and given.archived_at is null
  left join affiliations usual on usual.journalist_id = j.id and usual.office_id = $1 and usual.is_primary
   and coalesce(usual.from_date, '-infinity') <= (now() at time zone o.time_zone)::date
   and coalesce(usual.until_date, 'infinity') >= (now() at time zone o.time_zone)::date
  left join invitations i on i.journalist_id = j.id and i.session_id = $2 and i.office_id = $1
 order by asked.place`,
}

function reasonToSkip(candidate: Candidate): Reason | undefined {
  if (!candidate.known) return 'unknown'
  if (candidate.archived) return 'archived'
  if (candidate.invitationId && !candidate.revoked) return 'already_invited'
  if (candidate.optedOut) return 'opted_out'
  if (!candidate.outletKnown) return 'unknown_outlet'
  return undefined
}

/** uuidv7() of one connection only grows, so ids stand in the order asked. */
const insertInvitations = {
  name: 'insert_invitations',
  text: `
with placed as (
  select journalist, outlet from unnest($3::uuid[], $4::uuid[]) with ordinality asked(journalist, outlet, place)
   order by place
)
insert into invitations (office_id, session_id, journalist_id, outlet_id)
select $1, $2, journalist, outlet from placed
returning id, journalist_id as "journalistId"`,
}

const renewInvitations = {
  name: 'renew_invitations',
  text: `
update invitations i
   set revoked_at = null, link_version = i.link_version + 1, outlet_id = asked.outlet, responded_at = null
  from unnest($2::uuid[], $3::uuid[]) asked(id, outlet)
 where i.id = asked.id and i.office_id = $1
returning i.id, i.journalist_id as "journalistId"`,
}

/**
 * Invites journalists to a session of the own office, in the order asked; sends nothing. The outlet
 * represented is frozen now. Who is left out is named with the reason. 409 `closed` when the session is
 * cancelled or over.
 */
export async function inviteJournalists(
  tx: Tx,
  { sessionId, invitees }: { sessionId: string; invitees: readonly Invitee[] },
): Promise<{ created: Invitation[]; skipped: { journalistId: string; reason: Reason }[] }> {
  const { officeId, status, archivedAt } = await lockSession(tx, sessionId)
  if (!isChangeable(status)) {
    const because = status === 'cancelled' ? 'cancelled' : 'done'
    throw new AppError('closed', { message: invitationMessages[because] })
  }
  if (archivedAt) throw new AppError('closed')

  const candidates = await prepared<Candidate>(tx, lookAtInvitees, [
    officeId,
    sessionId,
    invitees.map((invitee) => invitee.journalistId),
    invitees.map((invitee) => invitee.outletId ?? null),
  ])
  const skipped: { journalistId: string; reason: Reason }[] = []
  const chosen = new Map<string, Candidate>()
  const named = new Set<string>()
  for (const [place, candidate] of candidates.entries()) {
    const journalistId = invitees[place]?.journalistId ?? ''
    const reason = named.has(journalistId) ? 'repeated' : reasonToSkip(candidate)
    named.add(journalistId)
    if (reason) skipped.push({ journalistId, reason })
    else chosen.set(journalistId, candidate)
  }
  const created = await saveInvitations(tx, { officeId, sessionId, chosen })
  const ids = [...chosen.keys()].map((journalistId) => created.get(journalistId) ?? '')
  return { created: await invitationsById(tx, ids), skipped }
}

/** Ids of the new and the renewed invitations, by journalist. */
async function saveInvitations(
  tx: Tx,
  {
    officeId,
    sessionId,
    chosen,
  }: {
    officeId: string
    sessionId: string
    chosen: ReadonlyMap<string, Candidate>
  },
): Promise<Map<string, string>> {
  type Saved = { id: string; journalistId: string }
  const all = [...chosen]
  const fresh = all.filter(([, candidate]) => candidate.invitationId === null)
  const revoked = all.filter(([, candidate]) => candidate.invitationId !== null)
  const saved: Saved[] = []
  if (fresh.length > 0) {
    saved.push(
      ...(await prepared<Saved>(tx, insertInvitations, [
        officeId,
        sessionId,
        fresh.map(([journalistId]) => journalistId),
        fresh.map(([, { outletId }]) => outletId),
      ])),
    )
  }
  if (revoked.length > 0) {
    saved.push(
      ...(await prepared<Saved>(tx, renewInvitations, [
        officeId,
        revoked.map(([, { invitationId }]) => invitationId),
        revoked.map(([, { outletId }]) => outletId),
      ])),
    )
  }
  return new Map(saved.map(({ id, journalistId }) => [journalistId, id]))
}
