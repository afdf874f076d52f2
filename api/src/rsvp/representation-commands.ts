import type { PersonForm } from '@ngopi/shared/personal-forms'
import { inviteOrRenew } from '../invitations/invite-or-renew-commands.ts'
import type { LockedInvitation } from '../invitations/lock-commands.ts'
import { lockOwnInvitation } from '../invitations/lock-commands.ts'
import { closedBecause } from '../invitations/rules.ts'
import { invitationStrings } from '../invitations/strings.ts'
import { matchOrCreateOutlet } from '../partners/named-outlet-commands.ts'
import { normalisePhone } from '../partners/phone-rules.ts'
import { AppError } from '../platform/app-error.ts'
import { prepared, type Tx } from '../platform/database.ts'
import { notifyGuests } from '../sending/notice-commands.ts'
import { matchOrCreateJournalist } from './named-person-commands.ts'
import { findRepresentation, type StoredRepresentation } from './representation-queries.ts'
import { substituteGuest } from './substitution-commands.ts'

/** So many may wait for a decision at one link; who forwards it further is to ask the office. */
const mostWaiting = 5

const askFor = {
  name: 'ask_to_represent',
  text: `
with waiting as (
  select count(*) as count,
         coalesce(bool_or(same_name(r.full_name, $3) and rc.phone is not distinct from $4
                          and rc.email is not distinct from $5), false) as repeated
    from representations r join representation_contacts rc on rc.id = r.id and rc.office_id = r.office_id
   where r.office_id = $1 and r.invitation_id = $2 and r.state = 'pending'
), added as (
  insert into representations (office_id, invitation_id, full_name, phone, email, outlet_name)
  select $1, $2, $3, $4, $5, $6 from waiting where not repeated and count < ${mostWaiting}
  returning id
)
select repeated or exists (select from added) as "isStored" from waiting`,
}

/**
 * Keeps that somebody with a forwarded link says whom they represent; nothing else changes. Saying it again changes
 * nothing. 409 `full` when five wait already.
 */
export async function askToRepresent(
  tx: Tx,
  { locked, person }: { locked: LockedInvitation; person: PersonForm },
): Promise<void> {
  const { fullName, phone, email, outletName } = person
  const [asked] = await prepared<{ isStored: boolean }>(tx, askFor, [
    locked.officeId,
    locked.id,
    fullName,
    (phone && normalisePhone(phone)) || null,
    email ?? null,
    outletName ?? null,
  ])
  if (!asked?.isStored) throw new AppError('full')
}

const settle = {
  name: 'settle_representation',
  text: `update representations set state = $3, decided_by = $4, decided_at = now()
          where id = $1 and office_id = $2 and state = 'pending'`,
}

const states = { substitute: 'substituted', invite: 'invited', refuse: 'refused' } as const

interface Decision {
  id: string
  userId: string
  decision: keyof typeof states
  /** The guest hears when somebody else gets the place. */
  notify: boolean
  /** Who it is; a provisional journalist is made where nobody fits. */
  journalistId: string | null
}

/**
 * Decides on somebody with a forwarded link. Answers the id of the invitation they got, null when refused. 404 out of
 * sight, 403 of another office, 409 `closed` when it was decided before, else as in `substituteGuest` and `openPlace`.
 */
export async function decideRepresentation(
  tx: Tx,
  { id, userId, decision, notify, journalistId }: Decision,
): Promise<string | null> {
  const seen = await findRepresentation(tx, id)
  if (!seen) throw new AppError('not_found')
  // The session's row first, as everywhere; what was decided meanwhile is seen only then.
  const locked = await lockOwnInvitation(tx, seen.invitationId)
  const asked = (await findRepresentation(tx, id)) ?? seen
  if (asked.state !== 'pending')
    throw new AppError('closed', { message: invitationStrings.decided })
  await prepared(tx, settle, [id, locked.officeId, states[decision], userId])
  if (decision === 'refuse') return null
  if (decision === 'substitute') {
    const { outletId } = locked
    const chosen = journalistId ?? (await whoeverAsked(tx, { locked, asked, outletId }))
    const by = { kind: 'officer', userId } as const
    return substituteGuest(tx, { locked, journalistId: chosen, by, notify })
  }
  return inviteAsked(tx, { locked, asked, journalistId })
}

const whoeverAsked = (
  tx: Tx,
  {
    locked,
    asked,
    outletId,
  }: { locked: LockedInvitation; asked: StoredRepresentation; outletId: string | null },
) => matchOrCreateJournalist(tx, { officeId: locked.officeId, outletId, person: asked })

/** They get an invitation of their own, without an answer, and queue like everyone. */
async function inviteAsked(
  tx: Tx,
  {
    locked,
    asked,
    journalistId,
  }: { locked: LockedInvitation; asked: StoredRepresentation; journalistId: string | null },
): Promise<string> {
  const { officeId, sessionId } = locked
  const because = closedBecause(locked, new Date(locked.now))
  if (because) throw new AppError('closed', { message: invitationStrings[because] })
  const outletId = asked.outletName
    ? await matchOrCreateOutlet(tx, officeId, asked.outletName)
    : locked.outletId
  const chosen = journalistId ?? (await whoeverAsked(tx, { locked, asked, outletId }))
  const invitationId = await inviteOrRenew(tx, {
    officeId,
    sessionId,
    journalistId: chosen,
    outletId,
  })
  await notifyGuests(tx, { sessionId, invitationIds: [invitationId], kind: 'invitation' })
  return invitationId
}
