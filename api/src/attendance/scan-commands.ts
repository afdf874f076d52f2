import type { Attendance, attendanceApi } from '@ngopi/shared/attendance'
import type { z } from 'zod'
import { prepared, type Tx } from '../platform/database.ts'
import type { KeyRing } from '../platform/keys.ts'
import { lockSession } from '../sessions/session-lock-queries.ts'
import { Door, type Outcome } from './door.ts'
import { attendancesOf, withoutReason } from './queries.ts'
import { recomputeAttendances } from './recompute-commands.ts'
import { type Act, resolveScans, type Scan } from './resolve-scan-commands.ts'
import { clockLag, isSkewed, readableInstant } from './rules.ts'
import { findKeptAnswers, readDoor } from './scan-queries.ts'
import { applySubstitutions } from './swap-commands.ts'
import { scans as scansTable } from './tables.ts'

export type ScanBatch = z.output<typeof attendanceApi.scan.schema.body>

/** Where, by whom and when a batch was received, and the keys that passes are signed with. */
export interface Receipt {
  officeId: string
  sessionId: string
  userId: string
  receivedAt: Date
  passKeys: KeyRing
}

export interface ScanResult {
  nonce: string
  outcome: Outcome
  attendance?: Attendance
}

const deviceTurn = {
  name: 'device_turn',
  text: `select pg_advisory_xact_lock(hashtextextended('device ' || $1::text, 0))`,
}

const key = (uuid: string): string => uuid.toLowerCase()

/** The first of each nonce; a device may have queued a scan twice. */
function firstOfEach(scans: readonly Scan[]): Map<string, Scan> {
  const first = new Map<string, Scan>()
  for (const scan of scans) if (!first.has(key(scan.nonce))) first.set(key(scan.nonce), scan)
  return first
}

/**
 * Records scans at the door. Each is kept once for its device and nonce, and one sent again gets its first
 * answer. The places passed on to substitutes and the attendance of the guests concerned are then made anew from all
 * scans kept, so order, splits and repetitions make no difference to who is there, for whom and since when, also where
 * an invitation was revoked or passed on meanwhile. What may differ: the answers, the history of answers, and the name
 * under which somebody new is kept. 404 for a session out of sight; no single scan is refused with an error, since that
 * would hold back all others that a desk has queued.
 */
export async function recordScans(
  tx: Tx,
  { receipt, batch }: { receipt: Receipt; batch: ScanBatch },
): Promise<{ results: ScanResult[] }> {
  const { officeId, sessionId } = receipt
  const deviceId = key(batch.deviceId)
  await prepared(tx, deviceTurn, [deviceId])
  const session = await lockSession(tx, sessionId)

  const sent = firstOfEach(batch.scans)
  const stored = await findKeptAnswers(tx, { officeId, deviceId, nonces: [...sent.keys()] })
  const outcomes = new Map<string, Outcome>(stored.map(({ nonce, outcome }) => [nonce, outcome]))
  const fresh = [...sent].flatMap(([nonce, scan]) => (outcomes.has(nonce) ? [] : [scan]))
  const lag = clockLag(batch.sentAt, receipt.receivedAt)
  const scans = await resolveScans(tx, { ...receipt, lagMs: lag * 1000 }, fresh)

  const door = new Door({
    sessionId,
    ...(await readDoor(tx, {
      officeId,
      sessionId,
      journalistIds: scans.flatMap((resolved) => resolved.journalistId ?? []),
      // Acts sent again are looked up too, to tell of whom they speak.
      actNonces: [...sent].flatMap(([nonce, scan]) => [
        nonce,
        ...(scan.undo ? [key(scan.undo)] : []),
      ]),
    })),
  })
  for (const resolved of scans) outcomes.set(key(resolved.scan.nonce), outcomeOf(door, resolved))
  await keep(tx, { receipt, deviceId, sentAt: batch.sentAt, lag, scans, outcomes })

  const guestsOf = (scan: Scan) => door.guestsOf(key(scan.undo ?? scan.nonce))
  if (scans.length > 0) {
    const substitutes = await applySubstitutions(tx, { session, userId: receipt.userId })
    const journalistIds = [...new Set([...fresh.flatMap(guestsOf), ...substitutes])]
    await recomputeAttendances(tx, { officeId, sessionId, journalistIds })
  }
  const attendances = await attendancesOf(tx, {
    officeId,
    sessionId,
    journalistIds: [...new Set(batch.scans.flatMap(guestsOf))],
  })
  return {
    results: batch.scans.map((scan) => {
      const attendance = attendances.get(guestsOf(scan)[0] ?? '')
      const outcome = outcomes.get(key(scan.nonce)) ?? 'unknown'
      // The desk learns who and from where, never why somebody was excused.
      const visible = attendance && { attendance: withoutReason(attendance) }
      return { nonce: scan.nonce, outcome, ...visible }
    }),
  }
}

function outcomeOf(door: Door, { scan, journalistId, refused }: Act): Outcome {
  if (scan.undo) return door.undo(key(scan.nonce), key(scan.undo))
  const outcome = journalistId ? door.admit(key(scan.nonce), journalistId) : undefined
  return outcome === 'undone' ? outcome : (refused ?? outcome ?? 'unknown')
}

async function keep(
  tx: Tx,
  {
    receipt,
    deviceId,
    sentAt,
    lag,
    scans,
    outcomes,
  }: {
    receipt: Receipt
    deviceId: string
    sentAt: string | undefined
    /** How far the clock of the device lags, in seconds. */
    lag: number
    scans: readonly Act[]
    outcomes: ReadonlyMap<string, Outcome>
  },
): Promise<void> {
  if (scans.length === 0) return
  await tx.insert(scansTable).values(
    scans.map(({ scan, kind, correctedAt, invitationId, journalistId, outletId }) => {
      return {
        officeId: receipt.officeId,
        sessionId: receipt.sessionId,
        deviceId,
        nonce: key(scan.nonce),
        scannedAt: readableInstant(scan.scannedAt),
        sentAt: sentAt === undefined ? null : readableInstant(sentAt),
        correctedAt,
        clockSkewed: isSkewed(lag),
        receivedAt: receipt.receivedAt.toISOString(),
        byUserId: receipt.userId,
        act: kind,
        invitationId,
        journalistId,
        outletId,
        undoes: scan.undo ? key(scan.undo) : null,
        pressCardSeen: (scan.walkIn ?? scan.substitute)?.pressCardSeen ?? null,
        outcome: outcomes.get(key(scan.nonce)) ?? 'unknown',
      }
    }),
  )
}
