import type { Attendance } from '@ngopi/shared/attendance'
import type { OutboxScan } from '../scan-outbox/outbox-scans.ts'
import { type DoorGuest, guestOf, newcomerOf } from './door-guest.ts'
import { invitationIn } from './pass.ts'

/** The server's list with what this device did since, sent or not. */
export const doorList = (
  rows: readonly Attendance[],
  entries: readonly OutboxScan[],
): readonly DoorGuest[] => {
  const guests = new Map(rows.map((row) => [guestOf(row).key, guestOf(row)]))
  const keyOfAttendance = new Map(
    rows.flatMap((row): [string, string][] => (row.id ? [[row.id, guestOf(row).key]] : [])),
  )
  const live = entries.filter((entry) => entry.state !== 'refused')
  const byNonce = new Map(live.map((entry) => [entry.scan.nonce, entry]))
  const undone = new Set(live.map((entry) => entry.scan.undo).filter(Boolean))

  /** The guest of the list whom a scan let in. */
  const admittedBy = ({ scan, attendanceId }: OutboxScan): DoorGuest | undefined => {
    const named = scan.invitationId ?? (scan.pass ? invitationIn(scan.pass) : undefined)
    const byInvitation = named === undefined ? undefined : guests.get(named)
    // One whose invitation was revoked is known by what the server made of the scan.
    return byInvitation ?? guests.get(keyOfAttendance.get(attendanceId ?? '') ?? '')
  }
  const takeBack = (entry: OutboxScan) => {
    const target = byNonce.get(entry.scan.undo ?? '')
    const guest = target && admittedBy(target)
    // One the server has heard of is the server's to tell.
    if (guest && entry.state === 'waiting')
      guests.set(guest.key, { ...guest, present: false, arrivedAt: null, waiting: true })
  }
  const letIn = (entry: OutboxScan) => {
    const { scan } = entry
    const isWaiting = entry.state === 'waiting'
    const absent = guests.get(scan.substitute?.invitationId ?? '')
    // Marked until the scan is taken back: the list that says so comes after the answer to the scan.
    if (absent && !absent.present)
      guests.set(absent.key, { ...absent, answer: 'substituted', selfReportedAt: null })
    const guest = admittedBy(entry)
    if (!guest) {
      // Only held up, a pass lets nobody in before the server says so.
      if (isWaiting && (!scan.pass || scan.admitted))
        guests.set(scan.nonce, newcomerOf(entry, absent))
      return
    }
    // One already in stays in since then; one sent is the server's to tell.
    const entered = isWaiting && !guest.present && !entry.doubtful
    guests.set(guest.key, {
      ...guest,
      inPlaceOf: entry.inPlaceOf ?? guest.inPlaceOf,
      nonce: entry.doubtful && !entry.attendanceId ? guest.nonce : scan.nonce,
      ...(entered
        ? { present: true, arrivedAt: scan.scannedAt, selfReportedAt: null, waiting: true }
        : {}),
    })
  }
  for (const entry of live) {
    if (entry.scan.undo) takeBack(entry)
    else if (!undone.has(entry.scan.nonce)) letIn(entry)
  }
  return [...guests.values()]
}

/** What may still be expected of somebody: who said yes first, who declined last. */
const rank = (guest: DoorGuest): number => {
  switch (guest.answer) {
    case 'attending':
      return 0
    case 'declined':
    case 'substituted':
      return 2
    default:
      return 1
  }
}

const collator = new Intl.Collator('id')

/** Those still to come: who said so first, who declined last, by name. */
export const stillToCome = (guests: readonly DoorGuest[]): readonly DoorGuest[] =>
  guests
    .filter((guest) => !guest.present && guest.selfReportedAt === null)
    .sort((a, b) => rank(a) - rank(b) || collator.compare(a.name, b.name))

/** Those who say that they are there and are not let in yet, the first to say so first. */
export const selfReported = (guests: readonly DoorGuest[]): readonly DoorGuest[] =>
  guests
    .filter((guest) => !guest.present && guest.selfReportedAt !== null)
    .sort((a, b) => Date.parse(a.selfReportedAt ?? '') - Date.parse(b.selfReportedAt ?? ''))

/** Those inside, the latest first. */
export const inside = (guests: readonly DoorGuest[]): readonly DoorGuest[] =>
  guests
    .filter((guest) => guest.present)
    .sort((a, b) => Date.parse(b.arrivedAt ?? '') - Date.parse(a.arrivedAt ?? ''))
