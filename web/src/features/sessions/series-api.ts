import { seriesApi } from '@ngopi/shared/series'
import { type SessionListItem, sessionsApi } from '@ngopi/shared/sessions'
import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { ask, keyOf } from '../../lib/query.ts'
import { useRouteId } from '../../lib/use-route-id.ts'

export const seriesOptions = (id: string) => ask(seriesApi.get, { params: { id } })

/** The series of the address; a page without it is an error page. */
export const useSeries = () => useSuspenseQuery(seriesOptions(useRouteId('seriesId'))).data

/** Every session of a series that is not over, next first, however many pages they fill. */
export const comingSessions = (seriesId: string) =>
  queryOptions({
    queryKey: [...keyOf(sessionsApi.list, { query: { seriesId } }), 'coming'],
    queryFn: async ({ signal }) => {
      const query = { seriesId, upcoming: '1', sort: 'startsAt', limit: 100 } as const
      const sessions: SessionListItem[] = []
      let cursor: string | null | undefined
      do {
        const page: { items: SessionListItem[]; nextCursor: string | null } = await call(
          sessionsApi.list,
          { query: cursor ? { ...query, cursor } : query },
          { signal },
        )
        sessions.push(...page.items)
        cursor = page.nextCursor
      } while (cursor)
      return sessions
    },
  })

/** Reads series and their sessions again after one of them changed. */
export const useRefreshSeries = () => {
  const cache = useQueryClient()
  return () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: ['series'] }),
      cache.invalidateQueries({ queryKey: ['sessions'] }),
    ])
}
