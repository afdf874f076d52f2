import type { MessageKind } from '@ngopi/shared/templates'
import { inviteOrRenew } from '../invitations/invite-or-renew-commands.ts'
import {
  type AnsweredBy,
  findLockedInvitation,
  isAfterDeadline,
  type LockedInvitation,
  requireOpen,
  userOf,
} from '../invitations/lock-commands.ts'
import { closedBecause } from '../invitations/rules.ts'
import { invitationStrings } from '../invitations/strings.ts'
import { AppError } from '../platform/app-error.ts'
import { prepared, type Tx } from '../platform/database.ts'
import { notifyGuests, notifyWhoKnew } from '../sending/notice-commands.ts'
import { withoutExpiredOffers } from './seat-commands.ts'

/**
 * What $3 holds goes over to $4, whole: the seat, the place in the queue, the offer with its end, the crew and the
 * group. The seats taken stay as they are, so nobody who waits can come in between. Whoever declined passes on nothing
 * but the invitation. With $2 it is a swap back: $3 is revoked, $4 stands as before. $7: it is made at the door.
 */
const passOn = {
  name: 'pass_on_place',
  text: `
with giver as (
  select answer, holds_seat, waitlisted_at, offer_expires_at, crew, party_size, group_name, group_places, named_by, named_as
    from invitations where id = $3 and office_id = $1
), taker as (
  select answer from invitations where id = $4 and office_id = $1
), given as (
  update invitations
     set answer = case when $2::boolean then 'none' else 'substituted' end,
         revoked_at = case when $2 then now() end, link_version = link_version + $2::int,
         substitute_of = case when not $2 then substitute_of end,
         named_by = case when not $2 then named_by end, named_as = case when not $2 then named_as end,
         calendar_revision = calendar_revision + 1,
         swapped_at_door = $7, holds_seat = false, waitlisted_at = null, offer_expires_at = null, crew = '[]', party_size = 1,
         group_name = null, group_places = null, decline_reason = null, decline_kind = null, responded_at = now()
   where id = $3 and office_id = $1
), taken as (
  update invitations i
     set answer = case when g.answer = 'declined' then 'none' else g.answer end,
         substitute_of = case when $2 then i.substitute_of else $3 end,
         calendar_revision = i.calendar_revision + $2::int,
         holds_seat = g.holds_seat, waitlisted_at = g.waitlisted_at, offer_expires_at = g.offer_expires_at,
         crew = g.crew, party_size = g.party_size, group_name = g.group_name, group_places = g.group_places,
         named_by = g.named_by, named_as = g.named_as, decline_reason = null, decline_kind = null,
         responded_at = case when g.answer not in ('none', 'declined') then now() end
    from giver g where i.id = $4 and i.office_id = $1
  returning i.answer
), named as (
  update invitations i set named_by = $4
    from giver g where i.office_id = $1 and i.named_by = $3 and i.id not in ($3, $4) and g.group_name is not null
)
insert into responses (id, office_id, invitation_id, from_answer, to_answer, by_kind, by_user_id)
select coalesce($8, uuidv7()), $1, $3, giver.answer, case when $2 then 'none' else 'substituted' end, $5::text, $6::uuid from giver
 where not ($2 and giver.answer = 'none')
union all
select uuidv7(), $1, $4, taker.answer, taken.answer, case when $5 = 'officer' then 'officer' else 'system' end, $6
  from taker, taken where taker.answer <> taken.answer`,
}

interface Substituting {
  locked: LockedInvitation
  journalistId: string
  by: AnsweredBy
  /** The guest whose place goes to another hears of it. */
  notify: boolean
  /** Of the entry in the history of the guest. */
  responseId?: string | undefined
}

/**
 * How who has a place now hears of it; undefined: a person has to tell them, since answers are closed and they would be
 * asked for one.
 */
function noticeOfPlace(locked: LockedInvitation): MessageKind | undefined {
  if (locked.answer === 'offered') return 'offer'
  if (!isAfterDeadline(locked)) return 'invitation'
  return locked.holdsSeat ? 'seat' : undefined
}

/**
 * Another journalist of the same outlet takes the place of a guest, in one swap; the link is sent to them. Answers the
 * id of their invitation. 400 for who may not take it (see `openPlace`), 409 `duplicate` for who is invited already,
 * 409 `closed` when answers are, but for an officer.
 */
export async function substituteGuest(
  tx: Tx,
  { locked: before, journalistId, by, notify, responseId }: Substituting,
): Promise<string> {
  requireOpen(before, by)
  const locked = await withoutExpiredOffers(tx, before)
  const { officeId, sessionId, outletId } = locked
  if (locked.journalistId === journalistId)
    throw new AppError('duplicate', { message: invitationStrings.alreadyInvited })
  if (locked.substituteOf?.journalistId === journalistId) {
    const to = locked.substituteOf.id
    await swapBack(tx, { locked, to, from: locked.id, by, notify, responseId })
    return locked.substituteOf.id
  }
  const invitee = { officeId, sessionId, journalistId, outletId }
  const to = await inviteOrRenew(tx, invitee, { onlyOfOutlet: true, evenDeclined: true })
  await transferInvitation(tx, { officeId, from: locked.id, to, by, back: false, responseId })
  const kind = noticeOfPlace(locked)
  if (kind) await notifyGuests(tx, { sessionId, invitationIds: [to], kind })
  if (notify) await notifyWhoKnew(tx, { sessionId, invitationId: locked.id, kind: 'replaced' })
  return to
}

/** The substitute's invitation ends, the guest has the place again; both hear of it. */
async function swapBack(
  tx: Tx,
  {
    locked,
    from,
    to,
    by,
    notify,
    responseId,
  }: {
    locked: LockedInvitation
    from: string
    to: string
    by: AnsweredBy
    notify: boolean
    responseId?: string | undefined
  },
): Promise<void> {
  const { officeId, sessionId } = locked
  await transferInvitation(tx, { officeId, from, to, by, back: true, responseId })
  if (!notify) return
  const back = (await findLockedInvitation(tx, to)) ?? locked
  const kind = noticeOfPlace(back)
  if (kind) await notifyGuests(tx, { sessionId, invitationIds: [to], kind })
  await notifyWhoKnew(tx, { sessionId, invitationId: from, kind: 'revoked' })
}

interface Passing {
  officeId: string
  from: string
  to: string
  by: AnsweredBy
  back: boolean
  /** Nobody had named the substitute before they stood at the door. */
  atDoor?: boolean
  /** Of the entry in the history of who gives the place. */
  responseId?: string | undefined
}

/** The swap itself; the caller holds the session's row and knows that there is a place to pass on. */
export const transferInvitation = (
  tx: Tx,
  { officeId, from, to, by, back, atDoor = false, responseId }: Passing,
) =>
  prepared(tx, passOn, [officeId, back, from, to, by.kind, userOf(by), atDoor, responseId ?? null])

const findSubstitute = {
  name: 'find_substitute',
  text: `select id, answer from invitations
          where office_id = $1 and substitute_of = $2 and revoked_at is null
          order by id desc limit 1 for no key update`,
}

const standAlone = {
  name: 'stand_alone',
  text: `
with changed as (update invitations set answer = 'none', responded_at = null where id = $2 and office_id = $1 returning id)
insert into responses (office_id, invitation_id, from_answer, to_answer, by_kind, by_user_id)
select $1, id, 'substituted', 'none', $3, $4 from changed`,
}

/**
 * Swaps back: the guest has again what the substitute has now, and the substitute's invitation is revoked. Where the
 * substitute's was revoked meanwhile, the guest stands without an answer. 409 `closed` when nobody took the place, when
 * the substitute passed it on in turn, or when the session takes no answers, even from an officer.
 */
export async function undoSubstitution(
  tx: Tx,
  { locked, by, notify }: { locked: LockedInvitation; by: AnsweredBy; notify: boolean },
): Promise<void> {
  const because = closedBecause(locked, new Date(locked.now))
  if (because && because !== 'closed')
    throw new AppError('closed', { message: invitationStrings[because] })
  if (locked.answer !== 'substituted')
    throw new AppError('closed', { message: invitationStrings.notSubstituted })
  const { officeId } = locked
  const [substitute] = await prepared<{ id: string; answer: string }>(tx, findSubstitute, [
    officeId,
    locked.id,
  ])
  if (substitute?.answer === 'substituted')
    throw new AppError('closed', { message: invitationStrings.passedOn })
  if (substitute) {
    await swapBack(tx, { locked, from: substitute.id, to: locked.id, by, notify })
  } else {
    await prepared(tx, standAlone, [officeId, locked.id, by.kind, userOf(by)])
  }
}
