import type { PersonalView } from '../guest-views/personal-view.ts'
import { type PersonalLink, readPersonalToken } from '../invitations/personal-link.ts'
import { queuePosition } from '../invitations/queries.ts'
import { signedVersion } from '../invitations/signature.ts'
import { AppError } from '../platform/app-error.ts'
import { type Database, type Db, prepared } from '../platform/database.ts'
import type { KeyRing } from '../platform/keys.ts'
import { limitRate, type RateLimit } from '../platform/rate-limit.ts'

/** Only tokens that were never signed count against an address, since a whole press room may share one. */
const unknownLinks: RateLimit = { name: 'unknown personal link', attempts: 60, seconds: 60 }

const findInvitation = {
  name: 'find_invitation',
  text: `select office_id as "officeId", link_version as "linkVersion" from find_invitation($1)`,
}

/** Versions tried before the database is asked how many there are; few invitations are renewed more often. */
const usualVersions = 8

/**
 * Tells genuine personal links from forged ones. The office an invitation belongs to never changes, so it
 * is remembered and most requests need no look-up.
 */
export class PersonalLinks {
  readonly #database: Database
  readonly #keys: KeyRing
  readonly #offices = new Map<string, string>()

  constructor({ database, keys }: { database: Database; keys: KeyRing }) {
    this.#database = database
    this.#keys = keys
  }

  /** 404 for a forged or malformed token, 429 for the 61st from one address in a minute. */
  async open(token: string, address: string): Promise<PersonalLink> {
    const link = await this.#find(token)
    if (link) return link
    await limitRate(this.#database, unknownLinks, address, 1)
    throw new AppError('not_found')
  }

  async #find(token: string): Promise<PersonalLink | undefined> {
    const signed = readPersonalToken(token)
    if (!signed) return undefined
    const { invitationId } = signed
    const version = signedVersion(this.#keys, signed, { from: 1, to: usualVersions })
    const remembered = version && this.#offices.get(invitationId)
    if (remembered) return { officeId: remembered, invitationId, version }
    const [found] = await this.#database.lookup((db) =>
      prepared<{ officeId: string; linkVersion: number }>(db, findInvitation, [invitationId]),
    )
    if (!found) return undefined
    const { officeId, linkVersion } = found
    const rare = { from: usualVersions + 1, to: linkVersion }
    const genuine = version ?? signedVersion(this.#keys, signed, rare)
    if (genuine === undefined) return undefined
    if (this.#offices.size >= 10_000) this.#offices.clear()
    this.#offices.set(invitationId, officeId)
    return { officeId, invitationId, version: genuine }
  }
}

interface Counted {
  attempts: number
  secondsLeft: number
}

const viewLimit: RateLimit = { name: 'personal view', attempts: 120, seconds: 60 }
const answerLimit: RateLimit = { name: 'personal answer', attempts: 10, seconds: 60 }

const countAndView = {
  name: 'personal_view',
  text: `
select c.attempts, c.seconds_left as "secondsLeft", v.*
  from count_attempt($2, $3, 1) c left join lateral (
    select i.session_id as "sessionId", i.link_version as "linkVersion", i.revoked_at as "revokedAt", i.answer,
           i.holds_seat as "holdsSeat", a.status as attendance, a.self_reported_at as "selfReportedAt", i.responded_at as "respondedAt", ir.decline_reason as "declineReason",
           ir.decline_kind as "declineKind", i.crew, i.offer_expires_at as "offerExpiresAt", m.name as outlet,
           case when i.group_name is not null then json_build_object(
             'name', i.group_name, 'places', i.group_places, 'named', (
               select coalesce(json_agg(json_build_object(
                 'id', n.id, 'name', coalesce(n.named_as, p.full_name), 'answer', n.answer,
                 'replaced', n.substitute_of is not null) order by n.id), '[]')
                 from invitations n join journalists p on p.id = n.journalist_id and p.office_id = n.office_id
                where n.office_id = i.office_id and n.named_by = i.id and n.revoked_at is null
                  and n.answer <> 'substituted')) end as "group",
           concat_ws(', ', concat_ws(' ', j.title_prefix, j.full_name), j.title_suffix) as guest,
           j.opted_out_at is not null as "optedOut",
           s.title, s.description, s.starts_at as "startsAt", s.ends_at as "endsAt", s.time_zone as "timeZone",
           s.venue, s.map_url as "mapUrl", s.entry_note as "entryNote", s.agenda,
           coalesce(s.rsvp_closes_at, s.starts_at) as "rsvpClosesAt", s.status, s.archived_at as "archivedAt",
           s.cancel_reason as "cancelReason", s.calendar_sequence + i.calendar_revision as sequence, s.updated_at as "updatedAt",
           o.name as office, o.contact_name as "contactName", o.contact_phone as "contactPhone",
           office_reply_address(o.id) as "replyTo", now() as now,
           ${queuePosition} as "queuePosition",
           coalesce(i.answer = 'maybe' and (
             select r.from_answer in ('attending', 'offered') from responses r
              where r.office_id = i.office_id and r.invitation_id = i.id and r.to_answer <> r.from_answer
              order by r.id desc limit 1), false) as "releasedSeat",
           (select r.moved_from from responses r
             where r.office_id = i.office_id and r.invitation_id = i.id
             order by r.id desc limit 1) as "movedFrom"
      from invitations i
      left join invitation_reasons ir on ir.id = i.id and ir.office_id = i.office_id
      join sessions s on s.id = i.session_id and s.office_id = i.office_id
      join journalists j on j.id = i.journalist_id and j.office_id = i.office_id
      join offices o on o.id = i.office_id
      left join outlets m on m.id = i.outlet_id and m.office_id = i.office_id
      left join attendances a
        on a.office_id = i.office_id and a.session_id = i.session_id and a.journalist_id = i.journalist_id
     where i.id = $1
  ) v on true`,
}

function requireWithin(counted: Counted | undefined, limit: RateLimit): void {
  if (counted && counted.attempts > limit.attempts) {
    throw new AppError('too_many_requests', { retryAfter: counted.secondsLeft })
  }
}

/** What the page of a genuine link shows; counts the look. 429 beyond 120 a minute for each link. */
export async function viewInvitation(
  db: Db,
  { invitationId }: PersonalLink,
): Promise<PersonalView> {
  const [row] = await prepared<PersonalView & Counted>(db, countAndView, [
    invitationId,
    `${viewLimit.name} ${invitationId}`,
    viewLimit.seconds,
  ])
  requireWithin(row, viewLimit)
  // Seen a moment ago: an invitation is never deleted, except with its office.
  if (!row?.sessionId) throw new AppError('not_found')
  return row
}

const count = {
  name: 'count_attempt',
  text: 'select attempts, seconds_left as "secondsLeft" from count_attempt($1, $2, $3)',
}

/** Counts a write by a genuine link. 429 beyond 10 a minute for each link. */
export async function countAnswer(db: Db, { invitationId }: PersonalLink): Promise<void> {
  const [row] = await prepared<Counted>(db, count, [
    `${answerLimit.name} ${invitationId}`,
    answerLimit.seconds,
    1,
  ])
  requireWithin(row, answerLimit)
}
