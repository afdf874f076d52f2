import { type Series, seriesApi } from '@ngopi/shared/series'
import { sessionsApi } from '@ngopi/shared/sessions'
import { queryOptions, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { dayIn } from '../../lib/format-time.ts'
import { ask, keyOf, readAgain } from '../../lib/query.ts'
import { useRouteId } from '../../lib/use-route-id.ts'
import { useMay } from '../../lib/use-session.ts'
import { allSessions } from '../sessions/api.ts'

export const seriesOptions = (id: string) => ask(seriesApi.get, { params: { id } })

/** The series of the address; a page without it is an error page. */
export const useSeries = () => useSuspenseQuery(seriesOptions(useRouteId('seriesId'))).data

/** Every session of a series that is not over, next first, however many pages they fill. */
export const comingSessions = (seriesId: string) =>
  queryOptions({
    queryKey: [...keyOf(sessionsApi.list, { query: { seriesId } }), 'coming'],
    queryFn: ({ signal }) => allSessions({ seriesId, upcoming: '1' }, signal),
  })

/** What a stored series lets its dates be asked by. */
const datesOf = (series: Series) => {
  const { rrule, startsOn, startTime, durationMinutes, timeZone } = series
  const { holidayPolicy, extraDates, skippedDates } = series
  const rule = { rrule, startsOn, startTime, durationMinutes, timeZone }
  return ask(seriesApi.preview, { body: { ...rule, holidayPolicy, extraDates, skippedDates } })
}

/** The next dates a series names, also those whose sessions are not made yet. */
export const useNamedDays = (series: Series, enabled = true) => {
  const { data, error } = useQuery({ ...datesOf(series), enabled })
  return { days: data?.dates.map(({ occurrenceDate }) => occurrenceDate), error }
}

/** The day a series is next; null when it names none any more, undefined while that is not known. */
export const useNextDay = (series: Series): string | null | undefined => {
  const { data } = useQuery(comingSessions(series.id))
  const next = data?.find(({ status }) => status === 'draft' || status === 'published')
  // A rule may name its next day beyond the months that sessions are made for.
  const beyond = useMay(seriesApi.preview) && data !== undefined && !next && !series.archivedAt
  const { days } = useNamedDays(series, beyond)
  if (next) return dayIn(next.startsAt, next.timeZone)
  return days && (days[0] ?? null)
}

/** Reads series and their sessions again after one of them changed. */
export const useRefreshSeries = () => {
  const cache = useQueryClient()
  return () => Promise.all([readAgain(cache, 'series'), readAgain(cache, 'sessions')])
}
