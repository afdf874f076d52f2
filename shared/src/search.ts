import { z } from 'zod'
import { id, searchText } from './common.ts'
import { endpoint } from './endpoint.ts'
import { staff } from './roles.ts'

/** A hit of the search over everything; `subtitle` tells hits of one name apart. */
export const searchHit = z
  .object({
    kind: z.enum(['journalist', 'outlet', 'session', 'coverage']),
    id,
    title: z.string(),
    subtitle: z.string().nullable(),
  })
  .meta({ id: 'SearchHit' })
export type SearchHit = z.infer<typeof searchHit>

export const searchApi = {
  search: endpoint({
    method: 'GET',
    url: '/api/search',
    config: { roles: staff },
    schema: {
      summary: 'People, outlets, sessions and coverage by any part of a name',
      tags: ['search'],
      querystring: z.strictObject({ q: searchText.min(1) }),
      response: { '2xx': z.object({ items: z.array(searchHit) }) },
    },
  }),
}
