import { journalistsApi } from '@ngopi/shared/journalists'
import { outletsApi } from '@ngopi/shared/outlets'
import type { Resource } from '@ngopi/shared/resources'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { ask, keyUnder, readAgain } from '../../lib/query.ts'
import type { Find } from '../../ui/filter-menu.tsx'

/** Tags, beats and cities in use, for suggestions and filters. */
export const labelsInUse = () => ({ ...ask(journalistsApi.labels), staleTime: 60_000 })

/** An outlet by its id, as an address has it; undefined until it is known. */
export const useOutletById = (id: string) =>
  useQuery({ ...ask(outletsApi.get, { params: { id } }), enabled: id !== '' }).data

/** Outlets to filter by, with the chosen one even when it is not among the first hundred. */
export const useOutletOptions = (chosen: string) => {
  const { data } = useQuery({
    ...ask(outletsApi.list, { query: { limit: 100, sort: 'name' } }),
    staleTime: 60_000,
  })
  const known = data?.items ?? []
  const missing = useOutletById(known.some((outlet) => outlet.id === chosen) ? '' : chosen)
  return [...(missing ? [missing] : []), ...known].map(({ id, name }) => ({
    value: id,
    label: name,
  }))
}

/** Finds outlets beyond the first hundred of a filter. */
export const findOutlets: Find = (q) => ({
  queryKey: keyUnder('outlets', 'find', q),
  queryFn: async () => {
    const { items } = await call(outletsApi.list, { query: { q, limit: 20 } })
    return items.map(({ id, name }) => ({ value: id, label: name }))
  },
})

// A partner's name stands in many lists; reports count those who wait for confirmation.
const touched = [
  'outlets',
  'journalists',
  'labels',
  'search',
  'reports',
] as const satisfies readonly Resource[]

/** Reads again whatever shows partners. */
export const useRefreshPartners = () => {
  const cache = useQueryClient()
  return () => readAgain(cache, ...touched)
}
