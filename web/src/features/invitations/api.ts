import { type Invitation, invitationsApi } from '@ngopi/shared/invitations'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'

/** All invitations of a session, page after page, in the order invited: for working through them. */
export const allInvitations = (sessionId: string) =>
  queryOptions({
    queryKey: ['sessions', 'all-invitations', sessionId],
    queryFn: async ({ signal }) => {
      const all: Invitation[] = []
      let cursor: string | null = null
      do {
        const page: { items: Invitation[]; nextCursor: string | null } = await call(
          invitationsApi.list,
          {
            params: { id: sessionId },
            query: { limit: 100, sort: 'createdAt', ...(cursor ? { cursor } : {}) },
          },
          { signal },
        )
        all.push(...page.items)
        cursor = page.nextCursor
      } while (cursor)
      return all
    },
  })

/** The queue: invitation ids of those who wait for a seat, first come first. */
export const queuePlaces = (all: readonly Invitation[]): ReadonlyMap<string, number> =>
  new Map(
    all
      .filter((one) => one.answer === 'waitlisted' && one.waitlistedAt !== null)
      .sort((a, b) => Date.parse(a.waitlistedAt ?? '') - Date.parse(b.waitlistedAt ?? ''))
      .map((one, index) => [one.id, index + 1]),
  )
