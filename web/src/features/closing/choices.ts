import type { Attendance } from '@ngopi/shared/attendance'
import type { ClosingCounts } from '@ngopi/shared/closings'

/** What an unmarked guest is to count as. */
export interface Choice {
  status: 'absent' | 'excused'
  reason: string
}

/** By invitation; who is left out counts as they would by themselves. */
export type Choices = Readonly<Record<string, Choice>>

/** An invited guest of whom nothing is noted. */
export type Unmarked = Attendance & { invitationId: string }

/** Who is to become absent or excused. */
export const unmarkedOf = (rows: readonly Attendance[]): Unmarked[] =>
  rows.filter(
    (row): row is Unmarked =>
      row.status === 'unmarked' && row.invitationId !== null && row.answer !== 'substituted',
  )

/** What a guest counts as: as chosen, else excused for the reason they gave when they declined, else absent. */
export const choiceOf = (
  { invitationId, answer }: Pick<Unmarked, 'invitationId' | 'answer'>,
  { choices, declined }: { choices: Choices; declined: ReadonlyMap<string, string> },
): Choice =>
  choices[invitationId] ??
  (answer === 'declined'
    ? { status: 'excused', reason: declined.get(invitationId) ?? '' }
    : { status: 'absent', reason: '' })

/**
 * What is to be sent: who is excused, and who declined and is absent all the same.
 */
export function decisionsOf(
  guests: readonly Unmarked[],
  given: { choices: Choices; declined: ReadonlyMap<string, string> },
) {
  const chosen = guests.map((guest) => ({ guest, choice: choiceOf(guest, given) }))
  return {
    excused: chosen
      .filter(({ choice }) => choice.status === 'excused')
      .map(({ guest, choice }) => ({
        invitationId: guest.invitationId,
        reason: choice.reason.trim() || null,
      })),
    absent: chosen
      .filter(({ guest, choice }) => guest.answer === 'declined' && choice.status === 'absent')
      .map(({ guest }) => guest.invitationId),
  }
}

/** The counts as they will be kept: as the list of guests stands now, with what was chosen for the unmarked. */
export function countsToKeep(
  now: ClosingCounts,
  {
    rows,
    ...given
  }: {
    rows: readonly Attendance[]
    choices: Choices
    declined: ReadonlyMap<string, string>
  },
): ClosingCounts {
  const guests = unmarkedOf(rows)
  const excused = decisionsOf(guests, given).excused.length
  const invited = rows.filter((row) => row.invitationId !== null)
  const noted = (status: Attendance['status']) =>
    invited.filter((row) => row.status === status).length
  return {
    ...now,
    attended: noted('present'),
    walkIns: rows.filter((row) => row.status === 'present' && row.invitationId === null).length,
    absent: noted('absent') + guests.length - excused,
    excused: noted('excused') + excused,
    unmarked: 0,
  }
}
