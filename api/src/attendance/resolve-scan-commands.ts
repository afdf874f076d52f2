import type { scan as scanContract } from '@ngopi/shared/attendance'
import type { z } from 'zod'
import { readPass } from '../invitations/pass.ts'
import { type Signed, signedVersion } from '../invitations/signature.ts'
import type { Tx } from '../platform/database.ts'
import type { KeyRing } from '../platform/keys.ts'
import type { Outcome } from './door.ts'
import { readableInstant } from './rules.ts'
import { findScannedInvitations, type ScannedInvitation } from './scan-queries.ts'
import { receiveWalkIns, type WalkIn } from './walk-in-commands.ts'

export type Scan = z.output<typeof scanContract>

/** A scan with the guest it admits, and with what stands against it: alone, that admits nobody. */
export interface Act {
  scan: Scan
  kind: 'pass' | 'list' | 'walk_in' | 'substitute' | 'undo'
  /** By the clock of the device, moved by what that lags. */
  correctedAt: string
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

/** Finds whom each scan means; walk-ins and substitutes whom the office does not know are added. */
export async function resolveScans(
  tx: Tx,
  { lagMs, ...door }: { officeId: string; sessionId: string; passKeys: KeyRing; lagMs: number },
  scans: readonly Scan[],
): Promise<Act[]> {
  const signed = scans.map((scan) => (scan.pass === undefined ? undefined : readPass(scan.pass)))
  const ids = scans.flatMap(
    (scan, i) =>
      scan.invitationId ?? scan.substitute?.invitationId ?? signed[i]?.invitationId ?? [],
  )
  const invitations = await findScannedInvitations(tx, { officeId: door.officeId, ids })
  const guestNamed = (id: string) => invitations.get(id.toLowerCase())
  const visits = scans.map((scan) => visitOf(scan, guestNamed))
  const walkIns = visits.flatMap((visit) => visit ?? [])
  const visitors = (await receiveWalkIns(tx, door, walkIns)).values()
  return scans.map((scan, i): Act => {
    const kind = kindOf(scan)
    const correctedAt = new Date(Date.parse(readableInstant(scan.scannedAt)) + lagMs).toISOString()
    const done = { scan, kind, correctedAt }
    if (visits[i]) {
      const inPlaceOf = scan.substitute && guestNamed(scan.substitute.invitationId)
      const visitor = visitors.next().value ?? { journalistId: null, outletId: null }
      return { ...done, invitationId: inPlaceOf?.id ?? null, ...visitor }
    }
    if (scan.undo) return { ...done, ...nobody }
    const invitation = guestNamed(scan.invitationId ?? signed[i]?.invitationId ?? '')
    return { ...done, ...guestOf(invitation, { ...door, act: done, pass: signed[i] }) }
  })
}

/** Whom a scan lets in without an invitation of their own; a substitute comes for the outlet of the guest. */
function visitOf(
  { walkIn, substitute }: Scan,
  guestNamed: (id: string) => ScannedInvitation | undefined,
): WalkIn | undefined {
  if (!substitute) return walkIn
  const { invitationId, ...person } = substitute
  return { ...person, outletId: guestNamed(invitationId)?.outletId }
}

type Done = Pick<Act, 'scan' | 'kind' | 'correctedAt'>

/** Whoever was let in stays recorded, whatever became of the invitation before the scan reached the server. */
function guestOf(
  invitation: ScannedInvitation | undefined,
  door: { sessionId: string; passKeys: KeyRing; act: Done; pass: Signed | undefined },
): Omit<Act, keyof Done> {
  if (!invitation) return { ...nobody, refused: 'unknown' }
  const current = invitation.linkVersion
  const version =
    door.act.kind === 'pass'
      ? door.pass && signedVersion(door.passKeys, door.pass, { from: 1, to: current })
      : current
  if (version === undefined) return { ...nobody, refused: 'unknown' }
  const named = { ...nobody, invitationId: invitation.id }
  if (invitation.sessionId !== door.sessionId) return { ...named, refused: 'wrong_session' }
  const guest = {
    ...named,
    journalistId: invitation.journalistId,
    outletId: invitation.outletId,
  }
  if (invitation.endedAt === null && version === current) return guest
  const letIn = wasLetIn(door.act, { invitation, version })
  return { ...(letIn ? guest : named), refused: 'revoked' }
}

/** A tap lets somebody in; a pass may only have been held up, and a device that could ask was told no. */
const wasLetIn = (
  { scan, kind, correctedAt }: Done,
  {
    invitation: { endedAt, linkVersion },
    version,
  }: { invitation: ScannedInvitation; version: number },
): boolean =>
  kind === 'list' ||
  scan.admitted === true ||
  // Revoking moves the version by one.
  (endedAt !== null && version >= linkVersion - 1 && Date.parse(correctedAt) < Date.parse(endedAt))
