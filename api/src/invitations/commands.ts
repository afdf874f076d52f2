import type { Invitation, skipReason } from '@ngopi/shared/invitations'
import type { z } from 'zod'
import { AppError } from '../platform/app-error.ts'
import { prepared, type Tx } from '../platform/database.ts'
import { isChangeable } from '../sessions/rules.ts'
import { type LockedSession, lockSession } from '../sessions/session-lock-queries.ts'
import { invitationsById } from './queries.ts'
import { invitationStrings } from './strings.ts'

type Reason = z.output<typeof skipReason>

/** Whom to invite; without an outlet the primary one of today. */
export interface Invitee {
  journalistId: string
  outletId?: string | null | undefined
  /** An outlet or pokja for which this person names who comes. */
  group?: { name: string; places: number } | null | undefined
}

interface Skipped {
  journalistId: string
  reason: Reason
}

/** Whom to invite, and who was left out before. */
interface Choice {
  invitees: readonly Invitee[]
  skipped: readonly Skipped[]
}

/** What came of inviting. */
export interface Invited {
  created: Invitation[]
  skipped: Skipped[]
  /** Of those created: who was invited before and only became a coordinator. */
  standing: string[]
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
  substituted: boolean
}

const viewInvitees = {
  name: 'look_at_invitees',
  text: `
select j.id is not null as known, j.archived_at is not null as archived, j.opted_out_at is not null as "optedOut",
       asked.outlet is null or given.id is not null as "outletKnown", coalesce(given.id, usual.outlet_id) as "outletId",
       i.id as "invitationId", i.revoked_at is not null as revoked, i.answer is not distinct from 'substituted' as substituted
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

function reasonToSkip(candidate: Candidate, asCoordinator: boolean): Reason | undefined {
  if (!candidate.known) return 'unknown'
  if (candidate.archived) return 'archived'
  const invited = candidate.invitationId !== null && !candidate.revoked
  if (invited && !(asCoordinator && !candidate.substituted)) return 'already_invited'
  if (candidate.optedOut) return 'opted_out'
  if (!candidate.outletKnown) return 'unknown_outlet'
  return undefined
}

/** uuidv7() of one connection only grows, so ids stand in the order asked. */
const insertInvitations = {
  name: 'insert_invitations',
  text: `
with placed as (
  select * from unnest($3::uuid[], $4::uuid[], $5::text[], $6::int[])
           with ordinality asked(journalist, outlet, group_name, group_places, place)
   order by place
)
insert into invitations (office_id, session_id, journalist_id, outlet_id, group_name, group_places)
select $1, $2, journalist, outlet, group_name, group_places from placed
returning id, journalist_id as "journalistId"`,
}

const renewInvitations = {
  name: 'renew_invitations',
  text: `
update invitations i
   set revoked_at = null, link_version = i.link_version + 1, calendar_revision = i.calendar_revision + 1, outlet_id = asked.outlet, responded_at = null,
       group_name = asked.group_name, group_places = asked.group_places
  from unnest($2::uuid[], $3::uuid[], $4::text[], $5::int[]) asked(id, outlet, group_name, group_places)
 where i.id = asked.id and i.office_id = $1
returning i.id, i.journalist_id as "journalistId"`,
}

/** The link, the answer and the seat stay as they are. */
const makeCoordinators = {
  name: 'make_coordinators',
  text: `
update invitations i set group_name = asked.group_name, group_places = asked.group_places
  from unnest($2::uuid[], $3::text[], $4::int[]) asked(id, group_name, group_places)
 where i.id = asked.id and i.office_id = $1
returning i.id, i.journalist_id as "journalistId"`,
}

/** The session, locked for the rest of the transaction; 409 `closed` when nobody can be invited to it any more. */
export async function lockOpenSession(tx: Tx, sessionId: string): Promise<LockedSession> {
  const session = await lockSession(tx, sessionId)
  if (!isChangeable(session.status)) {
    const because = session.status === 'cancelled' ? 'cancelled' : 'done'
    throw new AppError('closed', { message: invitationStrings[because] })
  }
  if (session.archivedAt) throw new AppError('closed')
  return session
}

/**
 * Invites journalists to a session of the own office, in the order asked; sends nothing. The outlet
 * represented is frozen now. Who is left out is named with the reason; who is invited already may still be made a
 * coordinator. 409 `closed` when the session is
 * cancelled or over.
 */
export async function inviteJournalists(
  tx: Tx,
  { sessionId, invitees }: { sessionId: string; invitees: readonly Invitee[] },
): Promise<Invited> {
  const { officeId } = await lockOpenSession(tx, sessionId)
  return inviteChosen(tx, { officeId, sessionId, invitees, skipped: [] })
}

/** Invites to a session that `lockOpenSession` locked; who was left out before is named along. */
export async function inviteChosen(
  tx: Tx,
  {
    officeId,
    sessionId,
    invitees,
    skipped: leftOut,
  }: Choice & { officeId: string; sessionId: string },
): Promise<Invited> {
  const candidates = await prepared<Candidate>(tx, viewInvitees, [
    officeId,
    sessionId,
    invitees.map((invitee) => invitee.journalistId),
    invitees.map((invitee) => invitee.outletId ?? null),
  ])
  const skipped = [...leftOut]
  const chosen = new Map<string, Chosen>()
  const named = new Set<string>()
  for (const [position, candidate] of candidates.entries()) {
    const { journalistId = '', group: given } = invitees[position] ?? {}
    const group = given ?? null
    const reason = named.has(journalistId) ? 'repeated' : reasonToSkip(candidate, group !== null)
    named.add(journalistId)
    if (reason) skipped.push({ journalistId, reason })
    else chosen.set(journalistId, { ...candidate, group })
  }
  const created = await saveInvitations(tx, { officeId, sessionId, chosen })
  const ids = [...chosen.keys()].map((journalistId) => created.get(journalistId) ?? '')
  const standing = [...chosen.values()].flatMap(({ invitationId, revoked }) =>
    invitationId !== null && !revoked ? [invitationId] : [],
  )
  return { created: await invitationsById(tx, ids), skipped, standing }
}

type Chosen = Candidate & { group: Invitee['group'] }

/** Ids of the new, the renewed and, for coordinators, the standing invitations, by journalist. */
async function saveInvitations(
  tx: Tx,
  {
    officeId,
    sessionId,
    chosen,
  }: {
    officeId: string
    sessionId: string
    chosen: ReadonlyMap<string, Chosen>
  },
): Promise<Map<string, string>> {
  type Saved = { id: string; journalistId: string }
  const all = [...chosen]
  const fresh = all.filter(([, candidate]) => candidate.invitationId === null)
  const revoked = all.filter(([, candidate]) => candidate.revoked)
  const standing = all.filter(([, { invitationId, revoked }]) => invitationId !== null && !revoked)
  const groups = (some: typeof all) => [
    some.map(([, { group }]) => group?.name ?? null),
    some.map(([, { group }]) => group?.places ?? null),
  ]
  const details = (some: typeof all) => [some.map(([, { outletId }]) => outletId), ...groups(some)]
  const saved: Saved[] = []
  if (fresh.length > 0) {
    saved.push(
      ...(await prepared<Saved>(tx, insertInvitations, [
        officeId,
        sessionId,
        fresh.map(([journalistId]) => journalistId),
        ...details(fresh),
      ])),
    )
  }
  if (revoked.length > 0) {
    saved.push(
      ...(await prepared<Saved>(tx, renewInvitations, [
        officeId,
        revoked.map(([, { invitationId }]) => invitationId),
        ...details(revoked),
      ])),
    )
  }
  if (standing.length > 0) {
    saved.push(
      ...(await prepared<Saved>(tx, makeCoordinators, [
        officeId,
        standing.map(([, { invitationId }]) => invitationId),
        ...groups(standing),
      ])),
    )
  }
  return new Map(saved.map(({ id, journalistId }) => [journalistId, id]))
}
