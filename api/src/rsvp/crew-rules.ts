import { crewRole } from '@ngopi/shared/invitation-states'
import type { PersonalAnswer } from '@ngopi/shared/personal-forms'
import type { CrewMember } from '../invitations/tables.ts'

type Counts = Pick<PersonalAnswer, 'reporter' | 'cameraman' | 'photographer'>

/** How many of each role there are. */
export const countsOf = (crew: readonly CrewMember[]): Required<Record<keyof Counts, number>> => {
  const count = (role: CrewMember['role']) => crew.filter((one) => one.role === role).length
  return {
    reporter: count('reporter'),
    cameraman: count('cameraman'),
    photographer: count('photographer'),
  }
}

/**
 * The crew that a guest counted; undefined where none was asked about. Names an officer wrote down before stay with
 * those who still come.
 */
export function crewCounted(
  counts: Counts,
  before: readonly CrewMember[],
): CrewMember[] | undefined {
  if (crewRole.options.every((role) => counts[role] === undefined)) return undefined
  return crewRole.options.flatMap((role) => {
    const known = before.filter((one) => one.role === role)
    const count = counts[role] ?? 0
    return Array.from({ length: count }, (_, i) => known[i] ?? { role, name: null })
  })
}
