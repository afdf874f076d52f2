import type { Attendance } from '@ngopi/shared/attendance'
import type { DoorAct } from './door-acts.ts'
import { invitationIn } from './pass.ts'

/** A guest as the desk sees them now: the server's list with this device's acts laid over it. */
export interface DoorGuest {
  /** Of the invitation, of the attendance, or of the walk-in not yet sent. */
  readonly key: string
  readonly invitationId: string | null
  readonly name: string
  readonly outlet: string | null
  readonly phoneLast4: string | null
  readonly answer: Attendance['answer']
  readonly present: boolean
  /** Instant; the device's own clock while the server has not answered. */
  readonly arrivedAt: string | null
  /** Not known to the server yet. */
  readonly waiting: boolean
  /** Nonce of the act that let them in, when this device did it. */
  readonly nonce: string | undefined
}

const guestOf = (row: Attendance): DoorGuest => ({
  key: row.invitationId ?? row.id ?? row.journalist.id,
  invitationId: row.invitationId,
  name: row.journalist.fullName,
  outlet: row.outlet?.name ?? null,
  phoneLast4: row.phoneLast4,
  answer: row.answer,
  present: row.status === 'present',
  arrivedAt: row.status === 'present' ? row.arrivedAt : null,
  waiting: false,
  nonce: undefined,
})

const walkInOf = (act: DoorAct): DoorGuest => ({
  key: act.scan.nonce,
  invitationId: null,
  name: act.name,
  outlet: act.scan.walkIn?.outletName ?? null,
  phoneLast4: act.scan.walkIn?.phone?.replace(/\D/g, '').slice(-4) ?? null,
  answer: null,
  present: true,
  arrivedAt: act.scan.scannedAt,
  waiting: true,
  nonce: act.scan.nonce,
})

/** The server's list with what this device did since, sent or not. */
export const doorList = (
  rows: readonly Attendance[],
  acts: readonly DoorAct[],
): readonly DoorGuest[] => {
  const guests = new Map(rows.map(guestOf).map((guest) => [guest.key, guest]))
  const live = acts.filter((act) => act.state !== 'refused')
  const byNonce = new Map(live.map((act) => [act.scan.nonce, act]))
  const undone = new Set(live.map((act) => act.scan.undo).filter(Boolean))

  for (const act of live) {
    const { scan } = act
    const isWaiting = act.state === 'waiting'
    const target = scan.undo ? byNonce.get(scan.undo) : act
    if (scan.undo && !isWaiting) continue
    const id =
      target?.scan.invitationId ?? (target?.scan.pass ? invitationIn(target.scan.pass) : undefined)
    const guest = id ? guests.get(id) : undefined
    if (scan.undo) {
      if (guest) guests.set(guest.key, { ...guest, present: false, arrivedAt: null, waiting: true })
    } else if (scan.walkIn && isWaiting && !undone.has(scan.nonce)) {
      guests.set(scan.nonce, walkInOf(act))
    } else if (guest && !undone.has(scan.nonce)) {
      // One already in stays in since then; one sent is the server's to tell.
      const entered = isWaiting && !guest.present
      guests.set(guest.key, {
        ...guest,
        nonce: scan.nonce,
        ...(entered ? { present: true, arrivedAt: scan.scannedAt, waiting: true } : {}),
      })
    }
  }
  return [...guests.values()]
}

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

/** Those still to come: who said so first, who declined last, by name. */
export const stillToCome = (guests: readonly DoorGuest[]): readonly DoorGuest[] =>
  guests
    .filter((guest) => !guest.present)
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'id'))

/** Those inside, the latest first. */
export const inside = (guests: readonly DoorGuest[]): readonly DoorGuest[] =>
  guests
    .filter((guest) => guest.present)
    .sort((a, b) => Date.parse(b.arrivedAt ?? '') - Date.parse(a.arrivedAt ?? ''))
