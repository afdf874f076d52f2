import { outletsApi } from '@ngopi/shared/outlets'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../../lib/query.ts'

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
