import type { Attendance } from '@ngopi/shared/attendance'
import type { OutboxScan } from '../scan-outbox/outbox-scans.ts'

type Ended = Extract<Attendance['flags'][number], 'revoked' | 'substituted'>

export const endedOf = ({ flags }: Pick<Attendance, 'flags'>): Ended | null =>
  flags.find((flag): flag is Ended => flag === 'revoked' || flag === 'substituted') ?? null

/** A guest as the desk sees them now: the server's list with this device's scans laid over it. */
export interface DoorGuest {
  /** Of the invitation, of the attendance, or of the scan not yet sent. */
  readonly key: string
  readonly invitationId: string | null
  readonly name: string
  readonly outlet: string | null
  readonly phoneLast4: string | null
  readonly answer: Attendance['answer']
  readonly present: boolean
  /** Instant; the device's own clock while the server has not answered. */
  readonly arrivedAt: string | null
  /** When the guest said by themselves that they are there; null once they are inside. */
  readonly selfReportedAt: string | null
  readonly cardSeen: boolean
  /** Came without an invitation, and for nobody who has one. */
  readonly walkIn: boolean
  /** What became of the invitation that they were let in by. */
  readonly ended: Ended | null
  /** The guest who did not come, as far as this device knows. */
  readonly inPlaceOf: string | null
  /** Not known to the server yet. */
  readonly waiting: boolean
  /** Nonce of the scan that let them in, when this device did it. */
  readonly nonce: string | undefined
}

const made = new WeakMap<Attendance, DoorGuest>()

/** A row of the server's list; the same object for the same row. */
export const guestOf = (row: Attendance): DoorGuest => {
  const known = made.get(row)
  if (known) return known
  const present = row.status === 'present'
  const guest: DoorGuest = {
    key: row.invitationId ?? row.id ?? row.journalist.id,
    invitationId: row.invitationId,
    name: row.journalist.fullName,
    outlet: row.outlet?.name ?? null,
    phoneLast4: row.phoneLast4,
    answer: row.answer,
    present,
    arrivedAt: present ? row.arrivedAt : null,
    selfReportedAt: present ? null : row.selfReportedAt,
    cardSeen: row.flags.includes('press_card_seen'),
    walkIn: row.invitationId === null && (row.source === null || row.source === 'walk_in'),
    ended: endedOf(row),
    inPlaceOf: null,
    waiting: false,
    nonce: undefined,
  }
  made.set(row, guest)
  return guest
}

/** Somebody whom only a scan of this device knows: a walk-in, who came for `absent`, or whom the list names no more. */
export const newcomerOf = (entry: OutboxScan, absent?: DoorGuest): DoorGuest => {
  const { nonce, scannedAt, walkIn, substitute } = entry.scan
  const person = walkIn ?? substitute
  return {
    key: nonce,
    invitationId: null,
    name: entry.name,
    outlet: absent?.outlet ?? walkIn?.outletName ?? null,
    phoneLast4: person?.phone?.replace(/\D/g, '').slice(-4) ?? null,
    answer: null,
    present: true,
    arrivedAt: scannedAt,
    selfReportedAt: null,
    cardSeen: person?.pressCardSeen ?? false,
    walkIn: walkIn !== undefined,
    ended: null,
    inPlaceOf: entry.inPlaceOf ?? null,
    waiting: true,
    nonce,
  }
}

/** Whether a row of one looks like a row of the other. */
export const sameGuest = (a: DoorGuest, b: DoorGuest): boolean =>
  a === b || (Object.keys(a) as (keyof DoorGuest)[]).every((part) => a[part] === b[part])
