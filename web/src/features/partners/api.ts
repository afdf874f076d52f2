import { journalistsApi } from '@ngopi/shared/journalists'
import { useQueryClient } from '@tanstack/react-query'
import { ask } from '../../lib/query.ts'

/** Tags, beats and cities in use, for suggestions and filters. */
export const labelsInUse = () => ({ ...ask(journalistsApi.labels), staleTime: 60_000 })

// A partner's name stands in many lists; reports count those who wait for confirmation.
const touched = ['outlets', 'journalists', 'labels', 'search', 'reports']

/** Reads again whatever shows partners. */
export const useRefreshPartners = () => {
  const cache = useQueryClient()
  return () => Promise.all(touched.map((key) => cache.invalidateQueries({ queryKey: [key] })))
}
