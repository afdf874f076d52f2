import type { SessionStatus } from '@ngopi/shared/sessions'
import { AppError } from '../platform/app-error.ts'
import { prepared, type Tx } from '../platform/database.ts'
import { getInvitation } from './queries.ts'
import { closedBecause, type InvitationState } from './rules.ts'
import { invitationStrings } from './strings.ts'
import type { CrewMember } from './tables.ts'

/** An invitation as it stands with its session's row held. */
export interface LockedInvitation extends InvitationState {
  id: string
  officeId: string
  sessionId: string
  journalistId: string
  outletId: string | null
  linkVersion: number
  revokedAt: string | null
  seatFree: boolean
  crew: CrewMember[]
  /** How many the guest may name for an outlet or pokja; null for who coordinates none. */
  groupPlaces: number | null
  /** Whose place this guest took over. */
  substituteOf: { id: string; journalistId: string } | null
  /** Some offer of the session has run out, and its seat was not passed on yet. */
  expiredOffers: boolean
  status: SessionStatus
  archivedAt: string | null
  rsvpClosesAt: string
  /** The database's clock. */
  now: string
}

/** The session first, then the invitation: the order in which everything that moves seats locks. */
const lockInvitation = {
  name: 'hold_invitation',
  text: `
select i.id, i.office_id as "officeId", i.session_id as "sessionId", i.journalist_id as "journalistId",
       i.outlet_id as "outletId", i.link_version as "linkVersion", i.revoked_at as "revokedAt", i.answer,
       i.crew, i.group_places as "groupPlaces", i.holds_seat as "holdsSeat", s.capacity is null or s.seats_taken < s.capacity as "seatFree",
       case when i.substitute_of is not null then (
         select json_build_object('id', p.id, 'journalistId', p.journalist_id) from invitations p
          where p.office_id = i.office_id and p.id = i.substitute_of
            and p.answer = 'substituted' and p.revoked_at is null) end as "substituteOf",
       exists (select from invitations w
                where w.office_id = s.office_id and w.session_id = s.id and w.answer = 'offered'
                  and w.offer_expires_at <= now()) as "expiredOffers",
       s.status, s.archived_at as "archivedAt", coalesce(s.rsvp_closes_at, s.starts_at) as "rsvpClosesAt",
       clock_timestamp() as now
  from sessions s join invitations i on i.session_id = s.id and i.office_id = s.office_id
 where i.id = $1
   for no key update of s, i`,
}

/**
 * Takes an invitation and its session for the rest of the transaction, so the answers of one session are
 * given one after another. A conditional UPDATE alone is not enough: one that finds no seat locks nothing,
 * and the guest would begin to wait just when another frees a seat. Undefined outside the own office.
 */
export async function findLockedInvitation(
  tx: Tx,
  id: string,
): Promise<LockedInvitation | undefined> {
  const [locked] = await prepared<LockedInvitation>(tx, lockInvitation, [id])
  return locked
}

/** 404 when it is revoked or out of sight, 403 when it belongs to another office. */
export async function lockOwnInvitation(tx: Tx, id: string): Promise<LockedInvitation> {
  const locked = await findLockedInvitation(tx, id)
  if (locked && !locked.revokedAt) return locked
  await getInvitation(tx, id)
  throw new AppError('forbidden')
}

/**
 * 409 `closed`, saying why, unless the session takes answers at this moment; an officer, whom guests are sent to once the
 * deadline has passed, may record one until the session is done.
 */
export function requireOpen(locked: LockedInvitation, by: AnsweredBy): void {
  const because =
    locked.answer === 'substituted' ? 'substituted' : closedBecause(locked, new Date(locked.now))
  if (because === undefined || (because === 'closed' && by.kind === 'officer')) return
  throw new AppError('closed', { message: invitationStrings[because] })
}

/** Answers were closed already. */
export const isAfterDeadline = (locked: LockedInvitation): boolean =>
  Date.parse(locked.rsvpClosesAt) <= Date.parse(locked.now)

/** Whoever answers: the guest by link, or an officer on the guest's behalf. */
export type AnsweredBy = { kind: 'journalist' } | { kind: 'officer'; userId: string }

/** The user behind an answer; null for a guest. */
export const userOf = (by: AnsweredBy): string | null => (by.kind === 'officer' ? by.userId : null)
