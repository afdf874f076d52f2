import { inviteOrRenew } from '../invitations/invite-or-renew-commands.ts'
import type { Tx } from '../platform/database.ts'
import { transferInvitation } from './substitution-commands.ts'

/**
 * The place of an invited guest goes over to somebody who stands at the door for the same outlet. Answers may be closed,
 * nothing is sent to who is there already, and whose word it is, the desk judges: no affiliation is asked for.
 * 400 and 409 as in `openPlace`; the caller holds the session's row and knows that there is a place to pass on.
 */
export async function swapAtDoor(
  tx: Tx,
  {
    officeId,
    sessionId,
    from,
    journalistId,
    outletId,
    userId,
  }: {
    officeId: string
    sessionId: string
    from: string
    journalistId: string
    outletId: string | null
    userId: string
  },
): Promise<void> {
  const to = await inviteOrRenew(tx, { officeId, sessionId, journalistId, outletId })
  const by = { kind: 'officer', userId } as const
  await transferInvitation(tx, { officeId, from, to, by, back: false, atDoor: true })
}

/** Takes back what `swapAtDoor` did: the guest has again what the substitute has now, whose invitation is revoked. */
export async function swapBackAtDoor(
  tx: Tx,
  { officeId, from, to, userId }: { officeId: string; from: string; to: string; userId: string },
): Promise<void> {
  const by = { kind: 'officer', userId } as const
  await transferInvitation(tx, { officeId, from: to, to: from, by, back: true })
}
