import type { scan as scanContract } from '@ngopi/shared/attendance'
import type { z } from 'zod'
import { readPass } from '../invitations/pass.ts'
import { type Signed, signedVersion } from '../invitations/signature.ts'
import type { Tx } from '../platform/database.ts'
import type { KeyRing } from '../platform/secret.ts'
import type { Outcome } from './door.ts'
import { findScannedInvitations, type ScannedInvitation } from './scan-queries.ts'
import { receiveWalkIn, takeTurnForWalkIns } from './walk-in-commands.ts'

export type Scan = z.output<typeof scanContract>

/** An act with the guest it admits, or with the reason why it admits nobody. */
export interface Act {
  scan: Scan
  kind: 'pass' | 'list' | 'walk_in' | 'substitute' | 'undo'
  invitationId: string | null
  journalistId: string | null
  outletId: string | null
  refused?: Outcome
}

const nobody = { invitationId: null, journalistId: null, outletId: null }

const kindOf = (scan: Scan): Act['kind'] => {
  if (scan.undo) return 'undo'
  if (scan.walkIn) return 'walk_in'
  if (scan.substitute) return 'substitute'
  return scan.pass === undefined ? 'list' : 'pass'
}

/** Finds whom each act means; walk-ins and substitutes whom the office does not know are added. */
export async function resolveActs(
  tx: Tx,
  door: { officeId: string; sessionId: string; passKeys: KeyRing },
  scans: readonly Scan[],
): Promise<Act[]> {
  const signed = scans.map((scan) => (scan.pass === undefined ? undefined : readPass(scan.pass)))
  const ids = scans.flatMap(
    (scan, i) =>
      scan.invitationId ?? scan.substitute?.invitationId ?? signed[i]?.invitationId ?? [],
  )
  const invitations = await findScannedInvitations(tx, { officeId: door.officeId, ids })
  if (scans.some((scan) => scan.walkIn ?? scan.substitute))
    await takeTurnForWalkIns(tx, door.officeId)
  const acts: Act[] = []
  for (const [i, scan] of scans.entries()) {
    const kind = kindOf(scan)
    if (scan.walkIn) {
      const visitor = await receiveWalkIn(tx, { ...door, walkIn: scan.walkIn })
      acts.push({ scan, kind, invitationId: null, ...visitor })
    } else if (scan.substitute) {
      const { invitationId, ...person } = scan.substitute
      const guest = invitations.get(invitationId.toLowerCase())
      const walkIn = { ...person, outletId: guest?.outletId }
      const visitor = await receiveWalkIn(tx, { ...door, walkIn })
      acts.push({ scan, kind, invitationId: guest?.id ?? null, ...visitor })
    } else if (scan.undo) {
      acts.push({ scan, kind, ...nobody })
    } else {
      const id = (scan.invitationId ?? signed[i]?.invitationId ?? '').toLowerCase()
      acts.push({ scan, kind, ...guestOf(invitations.get(id), { ...door, kind, pass: signed[i] }) })
    }
  }
  return acts
}

function guestOf(
  invitation: ScannedInvitation | undefined,
  door: { sessionId: string; passKeys: KeyRing; kind: Act['kind']; pass: Signed | undefined },
): Omit<Act, 'scan' | 'kind'> {
  if (!invitation) return { ...nobody, refused: 'unknown' }
  const current = invitation.linkVersion
  const version =
    door.kind === 'pass'
      ? door.pass && signedVersion(door.passKeys, door.pass, { from: 1, to: current })
      : current
  if (version === undefined) return { ...nobody, refused: 'unknown' }
  const named = { ...nobody, invitationId: invitation.id }
  if (invitation.sessionId !== door.sessionId) return { ...named, refused: 'wrong_session' }
  if (invitation.revoked || version !== current) return { ...named, refused: 'revoked' }
  return { ...named, journalistId: invitation.journalistId, outletId: invitation.outletId }
}
