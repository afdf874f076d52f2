import type { AttendanceStatus } from '@ngopi/shared/attendance'
import type { Answer, DeclineKind } from '@ngopi/shared/invitation-states'
import type { CrewMember } from '../invitations/tables.ts'
import type { GuestEvent } from '../messaging/guest-calendar.ts'
import type { Occasion } from '../sessions/rules.ts'
import type { AgendaItem } from '../sessions/tables.ts'

/** One whom a coordinator named: what the coordinator wrote, and where they stand; nothing else of them. */
export interface NamedGuest {
  id: string
  name: string
  answer: Answer
  /** Somebody else took their place. */
  replaced: boolean
}

/** What a guest's page is made of: the event, the guest's own name and answer, nothing else. */
export interface PersonalView extends GuestEvent {
  linkVersion: number
  revokedAt: string | null
  answer: Answer
  holdsSeat: boolean
  /** What the desk recorded; null while there is nothing. */
  attendance: AttendanceStatus | null
  /** When the guest typed the code shown in the room. */
  selfReportedAt: string | null
  /** Whether the last answer gave a seat back, one held or one offered. */
  releasedSeat: boolean
  respondedAt: string | null
  declineReason: string | null
  declineKind: DeclineKind | null
  crew: CrewMember[]
  /** Until when an offered seat is held. */
  offerExpiresAt: string | null
  /** What the guest coordinates, and whom they named so far; null for who coordinates nothing. */
  group: { name: string; places: number; named: NamedGuest[] } | null
  /** The outlet represented. */
  outlet: string | null
  /** With titles. */
  guest: string
  optedOut: boolean
  agenda: AgendaItem[]
  rsvpClosesAt: string
  archivedAt: string | null
  /** Place in the queue, from 1; null for who does not wait. */
  queuePosition: number | null
  /** Date and place as the guest knew them; null unless they changed since the guest last said something. */
  movedFrom: Occasion | null
  now: string
}
