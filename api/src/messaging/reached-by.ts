import type { ResponseOf } from '@ngopi/shared/endpoint'
import type { whatsappApi } from '@ngopi/shared/whatsapp'
import type { Candidate } from './whom-queries.ts'

/** A guest whom a sending passes over, and why. */
export type LeftOut = ResponseOf<typeof whatsappApi.sendMany>['skipped'][number]

export type Channel = 'email' | 'whatsapp'

function reasonToSkip(
  { excludedByOptOut, hasPhone, hasEmail }: Candidate,
  channel: Channel,
): LeftOut['reason'] | undefined {
  if (excludedByOptOut) return 'opted_out'
  return (channel === 'email' ? hasEmail : hasPhone) ? undefined : 'no_channel'
}

/** Whom sending by this channel would write to, and whom it leaves out; who got it already is in neither. */
export function reachedBy(
  channel: Channel,
  concerned: readonly Candidate[],
): { reached: string[]; leftOut: LeftOut[] } {
  const reached: string[] = []
  const leftOut: LeftOut[] = []
  for (const one of concerned) {
    if (channel === 'email' ? one.mailed : one.written) continue
    const reason = reasonToSkip(one, channel)
    if (!reason) reached.push(one.invitationId)
    else leftOut.push({ invitationId: one.invitationId, fullName: one.fullName, reason })
  }
  return { reached, leftOut }
}
