import type { Attendance } from '@ngopi/shared/attendance'
import type { DoorAct } from '../scan-outbox/door-acts.ts'
import { type DoorGuest, guestOf, newcomerOf } from './door-guest.ts'
import { invitationIn } from './pass.ts'

/** The server's list with what this device did since, sent or not. */
export const doorList = (
  rows: readonly Attendance[],
  acts: readonly DoorAct[],
): readonly DoorGuest[] => {
  const guests = new Map(rows.map((row) => [guestOf(row).key, guestOf(row)]))
  const keyOfAttendance = new Map(
    rows.flatMap((row): [string, string][] => (row.id ? [[row.id, guestOf(row).key]] : [])),
  )
  const live = acts.filter((act) => act.state !== 'refused')
  const byNonce = new Map(live.map((act) => [act.scan.nonce, act]))
  const undone = new Set(live.map((act) => act.scan.undo).filter(Boolean))

  /** The guest of the list whom an act let in. */
  const admittedBy = ({ scan, attendanceId }: DoorAct): DoorGuest | undefined => {
    const named = scan.invitationId ?? (scan.pass ? invitationIn(scan.pass) : undefined)
    const byInvitation = named === undefined ? undefined : guests.get(named)
    // One whose invitation was revoked is known by what the server made of the act.
    return byInvitation ?? guests.get(keyOfAttendance.get(attendanceId ?? '') ?? '')
  }
  const takeBack = (act: DoorAct) => {
    const target = byNonce.get(act.scan.undo ?? '')
    const guest = target && admittedBy(target)
    // One the server has heard of is the server's to tell.
    if (guest && act.state === 'waiting')
      guests.set(guest.key, { ...guest, present: false, arrivedAt: null, waiting: true })
  }
  const letIn = (act: DoorAct) => {
    const { scan } = act
    const isWaiting = act.state === 'waiting'
    const absent = guests.get(scan.substitute?.invitationId ?? '')
    // Marked until the act is taken back: the list that says so comes after the answer to the act.
    if (absent && !absent.present)
      guests.set(absent.key, { ...absent, answer: 'substituted', selfReportedAt: null })
    const guest = admittedBy(act)
    if (!guest) {
      // Only held up, a pass lets nobody in before the server says so.
      if (isWaiting && (!scan.pass || scan.admitted))
        guests.set(scan.nonce, newcomerOf(act, absent))
      return
    }
    // One already in stays in since then; one sent is the server's to tell.
    const entered = isWaiting && !guest.present && !act.doubtful
    guests.set(guest.key, {
      ...guest,
      inPlaceOf: act.inPlaceOf ?? guest.inPlaceOf,
      nonce: act.doubtful && !act.attendanceId ? guest.nonce : scan.nonce,
      ...(entered
        ? { present: true, arrivedAt: scan.scannedAt, selfReportedAt: null, waiting: true }
        : {}),
    })
  }
  for (const act of live) {
    if (act.scan.undo) takeBack(act)
    else if (!undone.has(act.scan.nonce)) letIn(act)
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
