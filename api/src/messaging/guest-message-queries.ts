import type { Answer } from '@ngopi/shared/invitation-states'
import type { MessageKind } from '@ngopi/shared/templates'
import { personalToken } from '../invitations/personal-link.ts'
import { type Db, prepared } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import type { MessageContext } from '../platform/message-context.ts'
import type { GuestMessage } from '../templates/guest-message.ts'
import { ownWordsOf } from '../templates/queries.ts'
import { type Afterwards, afterwardsOf } from './after-session-queries.ts'
import type { GuestEvent } from './guest-calendar.ts'
import type { QuietHours } from './quiet-hours.ts'

/** A letter and where it can be sent. */
export interface AddressedMessage extends GuestMessage, GuestEvent {
  invitationId: string
  officeId: string
  guestName: string
  phone: string | null
  email: string | null
  optedOut: boolean
  linkVersion: number
  answer: Answer
  revoked: boolean
  archived: boolean
  /** The words that fit after the session; null while there is nothing to say. */
  afterwards: Afterwards | null
  /** For automatic messages; null: at any hour. */
  quiet: QuietHours | null
}

const lettersByInvitation = {
  name: 'guest_letters',
  text: `select i.id as "invitationId", i.office_id as "officeId", i.link_version as "linkVersion", i.answer,
                i.revoked_at is not null as revoked, s.archived_at is not null as archived,
                s.status = 'published' and s.archived_at is null
                  and coalesce(s.rsvp_closes_at, s.starts_at) > now() as "answersOpen",
                ${afterwardsOf} as afterwards,
                j.full_name as "guestName", case when j.phone_problem_at is null then c.phone end as phone,
                case when j.email_problem_at is null then c.email end as email, j.opted_out_at is not null as "optedOut",
                concat_ws(', ', concat_ws(' ', j.title_prefix, j.full_name), j.title_suffix) as guest, j.language,
                m.name as outlet, i.offer_expires_at as "offerExpiresAt", s.rsvp_closes_at as "rsvpClosesAt",
                s.title, s.starts_at as "startsAt", s.ends_at as "endsAt", s.time_zone as "timeZone", s.venue,
                s.map_url as "mapUrl", s.cancel_reason as "cancelReason", s.id as "sessionId", s.description,
                s.entry_note as "entryNote", s.status, s.calendar_sequence + i.calendar_revision as sequence, s.updated_at as "updatedAt",
                o.name as office, office_reply_address(o.id) as "replyTo",
                case when o.quiet_from is not null then json_build_object(
                  'from', o.quiet_from, 'until', o.quiet_until, 'timeZone', o.time_zone) end as quiet,
                o.contact_name as "contactName", o.contact_phone as "contactPhone"
           from unnest($1::uuid[]) with ordinality asked(id, place)
           join invitations i on i.id = asked.id
           join journalists j on j.id = i.journalist_id and j.office_id = i.office_id
           left join journalist_contacts c on c.id = j.id and c.office_id = j.office_id
           join sessions s on s.id = i.session_id and s.office_id = i.office_id
           join offices o on o.id = i.office_id
           left join outlets m on m.id = i.outlet_id and m.office_id = i.office_id
          where i.revoked_at is null or $2
          order by asked.place`,
}

/** The address of a guest's personal page. */
export const personalUrl = (
  { publicUrl, keys }: Pick<Deps, 'publicUrl' | 'keys'>,
  { invitationId, linkVersion }: { invitationId: string; linkVersion: number },
): string => `${publicUrl}/u/${personalToken(keys.personalLink, invitationId, linkVersion)}`

/** What can be written to the guests of these invitations, in this order; revoked ones are left out unless asked for. */
export async function findGuestMessages(
  db: Db,
  context: MessageContext,
  invitationIds: readonly string[],
  { evenRevoked = false } = {},
): Promise<AddressedMessage[]> {
  const rows = await prepared<Omit<AddressedMessage, 'url' | 'ownWords'>>(db, lettersByInvitation, [
    invitationIds,
    evenRevoked,
  ])
  const wordsOf = await ownWordsOf(
    db,
    rows.map(({ officeId }) => officeId),
  )
  return rows.map((row) => ({
    ...row,
    url: personalUrl(context, row),
    ownWords: wordsOf(row.officeId, row.language),
  }))
}

/** What this message to one guest is written from; undefined where the invitation is gone and the message does not say so. */
export async function findGuestMessage(
  db: Db,
  context: MessageContext,
  { invitationId, templateKind }: { invitationId: string; templateKind: MessageKind },
): Promise<AddressedMessage | undefined> {
  const [letter] = await findGuestMessages(db, context, [invitationId], {
    evenRevoked: templateKind === 'revoked',
  })
  return letter
}
