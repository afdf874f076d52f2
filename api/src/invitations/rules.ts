import type { Answer, DeclineKind, GivenAnswer } from '@ngopi/shared/invitation-states'
import type { SessionStatus } from '@ngopi/shared/sessions'
import type { CrewMember } from './tables.ts'

/** What decides whether a session takes answers. */
export interface RsvpWindow {
  status: SessionStatus
  archivedAt: string | null
  /** ISO instant at which answering ends. */
  rsvpClosesAt: string
}

/** Why answers are not taken; undefined while they are. */
export function closedBecause(
  { status, archivedAt, rsvpClosesAt }: RsvpWindow,
  now: Date,
): 'cancelled' | 'done' | 'draft' | 'closed' | undefined {
  if (status === 'cancelled' || status === 'done') return status
  if (status === 'draft' || archivedAt) return 'draft'
  return Date.parse(rsvpClosesAt) <= now.getTime() ? 'closed' : undefined
}

/** Where an invitation stands. */
export interface InvitationState {
  answer: Answer
  holdsSeat: boolean
}

/**
 * How an answer moves the seats: 1 asks for one, -1 frees the one held, 0 leaves them. A guest asked to
 * confirm again, or offered a seat, keeps it by saying yes.
 */
export function seatsMoved({ holdsSeat }: InvitationState, given: GivenAnswer): -1 | 0 | 1 {
  if (given === 'attending') return holdsSeat ? 0 : 1
  return holdsSeat ? -1 : 0
}

/** What a guest says beside the answer. */
export interface Words {
  reason: string | null
  declineKind: DeclineKind | null
  note: string | null
  /** Who comes along; undefined: as before. */
  crew: readonly CrewMember[] | undefined
}

/** An answer without more words. */
export const noWords: Words = { reason: null, declineKind: null, note: null, crew: undefined }

/** Whether an answer would change nothing, as when a button is pressed twice. */
export function saysNothingNew(
  { answer, seatFree }: InvitationState & { seatFree: boolean },
  given: GivenAnswer,
  remarks: Words,
): boolean {
  const { reason, declineKind, note, crew } = remarks
  if (reason !== null || declineKind !== null || note !== null || crew) return false
  return answer === given || (answer === 'waitlisted' && given === 'attending' && !seatFree)
}

/** Whether a guest has a pass to show: a seat at a session that takes place. */
export const hasPass = ({
  answer,
  holdsSeat,
  status,
}: InvitationState & Pick<RsvpWindow, 'status'>): boolean =>
  status === 'published' && answer === 'attending' && holdsSeat
