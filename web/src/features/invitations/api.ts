import type { RequestOf, ResponseOf } from '@ngopi/shared/endpoint'
import { type Invitation, invitationsApi } from '@ngopi/shared/invitations'
import { whatsappApi } from '@ngopi/shared/whatsapp'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { everyItem } from '../../lib/query.ts'

/** All invitations of a session, page after page, in the order invited: for working through them. */
export const allInvitations = (sessionId: string) =>
  queryOptions({
    queryKey: ['sessions', 'all-invitations', sessionId],
    queryFn: ({ signal }) =>
      everyItem((after) =>
        call(
          invitationsApi.list,
          { params: { id: sessionId }, query: { limit: 100, sort: 'createdAt', ...after } },
          { signal },
        ),
      ),
  })

/** The queue: invitation ids of those who wait for a seat, first come first. */
export const queuePlaces = (all: readonly Invitation[]): ReadonlyMap<string, number> =>
  new Map(
    all
      .filter((one) => one.answer === 'waitlisted' && one.waitlistedAt !== null)
      .sort((a, b) => Date.parse(a.waitlistedAt ?? '') - Date.parse(b.waitlistedAt ?? ''))
      .map((one, index) => [one.id, index + 1]),
  )

type Sent = ResponseOf<typeof whatsappApi.sendMany>

/**
 * Sends to everybody it was said to go to, however many they are: the server writes to so many at once and says how many
 * are left. What was written before a call that fails stays written, and sending again goes on from there.
 *
 * @returns the counts of all calls; who was skipped, as the last one names them
 */
export async function sendToAll(request: RequestOf<typeof whatsappApi.sendMany>): Promise<Sent> {
  const sent = await call(whatsappApi.sendMany, request)
  // Where nobody was written to, asking again would not end.
  if (sent.left === 0 || sent.sent + sent.kept === 0) return sent
  const after = await sendToAll(request)
  return {
    ...after,
    sent: sent.sent + after.sent,
    kept: sent.kept + after.kept,
    queued: sent.queued + after.queued,
  }
}
