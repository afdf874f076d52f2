import { type Invitation, invitationsApi } from '@ngopi/shared/invitations'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { everyItem, keyUnder } from '../../lib/query.ts'

/** All invitations of a session, page after page, in the order invited: for working through them. */
export const allInvitations = (sessionId: string) =>
  queryOptions({
    queryKey: keyUnder('sessions', 'all-invitations', sessionId),
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
