import type { attendanceApi } from '@ngopi/shared/attendance'
import type { z } from 'zod'

type ScanBody = z.input<typeof attendanceApi.scan.schema.body>
export type Scan = ScanBody['scans'][number]

/**
 * One scan at the door. `waiting` until the server has answered for it; `refused` when the server
 * will never take it. Its nonce stays the same however often it is sent.
 */
export interface OutboxScan {
  readonly scan: Scan
  readonly state: 'waiting' | 'sent' | 'refused'
  /** The guest it concerns, as far as the device knows. */
  readonly name: string
  /** Why the server refused it, in the words it gave. */
  readonly refusal?: string
  /** A pass that the device doubts: nobody is shown as inside before the server says so. */
  readonly doubtful?: boolean
  /** The guest who did not come, for whom somebody else did; the list soon names them no more. */
  readonly inPlaceOf?: string
  /** What the server made of it, to find the guest by whom no invitation names. */
  readonly attendanceId?: string
}

/** Acts kept after they were sent, so that they can still be taken back by their nonce. */
const maxSent = 500

export const append = (
  entries: readonly OutboxScan[],
  entry: OutboxScan,
): readonly OutboxScan[] => [...entries, entry]

/** The server has it now: a number is kept nowhere it is not needed. */
export const withoutNumber = ({ scan, ...entry }: OutboxScan): OutboxScan => {
  const { walkIn, substitute, ...rest } = scan
  return {
    ...entry,
    scan: {
      ...rest,
      ...(walkIn && { walkIn: { ...walkIn, phone: null } }),
      ...(substitute && { substitute: { ...substitute, phone: null } }),
    },
  }
}

/** After an answer of the server: these scans are done (or refused) and wait no more. */
export const withOutcome = (
  entries: readonly OutboxScan[],
  nonces: ReadonlySet<string>,
  state: Pick<OutboxScan, 'state' | 'refusal'>,
  attendanceIds: ReadonlyMap<string, string> = new Map(),
): readonly OutboxScan[] => {
  const concluded = (entry: OutboxScan): OutboxScan => {
    const attendanceId = attendanceIds.get(entry.scan.nonce)
    return {
      ...withoutNumber(entry),
      ...state,
      ...(attendanceId === undefined ? {} : { attendanceId }),
    }
  }
  const next = entries.map((entry) =>
    entry.state === 'waiting' && nonces.has(entry.scan.nonce) ? concluded(entry) : entry,
  )
  const surplus = Math.max(0, next.filter((entry) => entry.state === 'sent').length - maxSent)
  let dropped = 0
  return next.filter((entry) => entry.state !== 'sent' || ++dropped > surplus)
}

export const waiting = (entries: readonly OutboxScan[]): readonly OutboxScan[] =>
  entries.filter((entry) => entry.state === 'waiting')
