import type { SessionStatus } from '@ngopi/shared/sessions'

/** From so long before the start guests may report that they are there, in milliseconds. */
const earliestMs = 60 * 60_000

interface Hours {
  /** ISO instants. */
  startsAt: string
  endsAt: string
  status: SessionStatus
  archivedAt: string | null
}

/** Whether guests may report by themselves that they are there: from an hour before the start until the end. */
export function isCheckInOpen({ startsAt, endsAt, status, archivedAt }: Hours, now: Date): boolean {
  if (status !== 'published' || archivedAt !== null) return false
  const at = now.getTime()
  return Date.parse(startsAt) - earliestMs <= at && at < Date.parse(endsAt)
}

/** Why a guest could not report: the code, the hours, or somebody who is not expected and should see the desk. */
export type CheckInFault = 'code' | 'hours' | 'desk'
