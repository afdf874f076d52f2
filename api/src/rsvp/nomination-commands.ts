import type { PersonForm } from '@ngopi/shared/personal-forms'
import { inviteOrRenew } from '../invitations/invite-or-renew-commands.ts'
import { findLockedInvitation, type LockedInvitation } from '../invitations/lock-commands.ts'
import { noWords } from '../invitations/rules.ts'
import { matchOrCreateOutlet } from '../partners/named-outlet-commands.ts'
import { AppError } from '../platform/app-error.ts'
import { prepared, type Tx } from '../platform/database.ts'
import { notifyGuests } from '../sending/notice-commands.ts'
import { recordAnswerOf } from './answer-commands.ts'
import { revokeLocked } from './commands.ts'
import { matchOrCreateJournalist } from './named-person-commands.ts'

/** A link may be in any hands: whoever names and takes back again and again would send mail to whomever they like. */
const countNaming = {
  name: 'count_naming',
  text: `select attempts, seconds_left as "secondsLeft" from count_attempt('naming ' || $1, 86400, 1)`,
}

const countNamed = {
  name: 'count_named',
  text: `select count(*) as named from invitations
          where office_id = $1 and named_by = $2 and revoked_at is null and answer <> 'substituted'`,
}

/**
 * A coordinator names who comes for the outlet or pokja: they get an invitation answered with yes, which takes a seat
 * or waits as any other, and their link. 404 for who coordinates nothing, 409 `full` when all places of the group are named,
 * 429 for who named twice as many and more within a day,
 * else as in `openPlace`.
 */
export async function nameGuest(
  tx: Tx,
  {
    locked,
    person,
    responseId,
  }: { locked: LockedInvitation; person: PersonForm; responseId?: string | undefined },
): Promise<void> {
  const { officeId, sessionId, groupPlaces } = locked
  if (groupPlaces === null) throw new AppError('not_found')
  const [count] = await prepared<{ named: number }>(tx, countNamed, [officeId, locked.id])
  if ((count?.named ?? 0) >= groupPlaces) throw new AppError('full')
  const [naming] = await prepared<{ attempts: number; secondsLeft: number }>(tx, countNaming, [
    locked.id,
  ])
  if (naming && naming.attempts > 2 * groupPlaces + 3)
    throw new AppError('too_many_requests', { retryAfter: naming.secondsLeft })
  const outletId = person.outletName
    ? await matchOrCreateOutlet(tx, officeId, person.outletName)
    : locked.outletId
  const { fullName, phone = null, email = null } = person
  const journalistId = await matchOrCreateJournalist(tx, {
    officeId,
    outletId,
    person: { fullName, phone, email },
  })
  const invitee = {
    officeId,
    sessionId,
    journalistId,
    outletId,
    named: { by: locked.id, as: fullName },
  }
  const invitationId = await inviteOrRenew(tx, invitee)
  const named = await findLockedInvitation(tx, invitationId)
  if (!named) throw new AppError('not_found')
  const by = { kind: 'journalist' } as const
  await recordAnswerOf(tx, { locked: named, given: 'attending', remarks: noWords, by, responseId })
  await notifyGuests(tx, { sessionId, invitationIds: [invitationId], kind: 'invitation' })
}

const stillNamed = {
  name: 'still_named',
  text: `select from invitations where office_id = $1 and id = $2 and named_by = $3 and revoked_at is null`,
}

/** Whether this invitation is still one that the coordinator named. */
export const isStillNamed = async (
  tx: Tx,
  locked: LockedInvitation,
  invitationId: string,
): Promise<boolean> =>
  (await prepared(tx, stillNamed, [locked.officeId, invitationId, locked.id])).length > 0

const ofGroup = {
  name: 'named_by_coordinator',
  text: `select id from invitations
          where office_id = $1 and named_by = $2 and id = $3 and revoked_at is null and answer <> 'substituted'`,
}

const takenBackBefore = {
  name: 'taken_back_before',
  text: `select from invitations where office_id = $1 and session_id = $2 and id = $3 and revoked_at is not null`,
}

/**
 * A coordinator takes back whom they named; their seat goes to the first who waits. Taken back twice is taken back; 404
 * for anybody else.
 */
export async function takeBackNomination(
  tx: Tx,
  { locked, invitationId }: { locked: LockedInvitation; invitationId: string },
): Promise<void> {
  const [own] = await prepared<{ id: string }>(tx, ofGroup, [
    locked.officeId,
    locked.id,
    invitationId,
  ])
  const named = own && (await findLockedInvitation(tx, own.id))
  if (!named) {
    const before = await prepared(tx, takenBackBefore, [
      locked.officeId,
      locked.sessionId,
      invitationId,
    ])
    if (before.length > 0) return
    throw new AppError('not_found')
  }
  await revokeLocked(tx, { locked: named, by: { kind: 'journalist' }, notify: true })
}
