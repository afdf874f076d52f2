import type { Endpoint, RequestOf, ResponseOf } from '@ngopi/shared/endpoint'
import type { Resource } from '@ngopi/shared/resources'
import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { type CallArgs, callWith } from './api.ts'

/** The key of what is read from an endpoint; all keys of a resource begin with its word. */
export const keyOf = (endpoint: Endpoint, request: unknown) =>
  [endpoint.url.split('/')[2] ?? '', endpoint.url, request ?? {}] as const

/** The key of a resource, `['outlets']`, or of something read from it in a way of its own. */
export const keyUnder = <const Rest extends readonly unknown[]>(
  resource: Resource,
  ...rest: Rest
): readonly [Resource, ...Rest] => [resource, ...rest]

/** Has read again, where it is shown, what was read from these resources. */
export const readAgain = (
  cache: QueryClient,
  ...resources: readonly Resource[]
): Promise<unknown> =>
  Promise.all(
    resources.map((resource) => cache.invalidateQueries({ queryKey: keyUnder(resource) })),
  )

/** How long what was read stays on the device for work without network, in milliseconds. */
export const keptFor = 24 * 60 * 60 * 1000

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: {
      /** Also kept on the device, for this user, to be shown again without network. */
      readonly persisted?: true
    }
  }
}

/** Keeps on the device what a query reads: `{ ...ask(…), ...persisted }`. Only for what the door needs. */
export const persisted = { meta: { persisted: true }, gcTime: keptFor } as const

/** Query options of a GET: `useQuery(ask(outletsApi.get, { params: { id } }))`. */
export const ask = <const E extends Endpoint>(endpoint: E, ...[request]: CallArgs<E, []>) =>
  queryOptions({
    queryKey: keyOf(endpoint, request),
    queryFn: ({ signal }): Promise<ResponseOf<E>> => callWith(endpoint, request, { signal }),
  })

interface Page {
  readonly items: readonly unknown[]
  readonly nextCursor: string | null
}

/** Query options of a list, page after page: `useInfiniteQuery(askPages(outletsApi.list, { query }))`. */
export const askPages = <const E extends Endpoint>(
  endpoint: ResponseOf<E> extends Page ? E : never,
  ...[request]: CallArgs<E, []>
) =>
  infiniteQueryOptions({
    queryKey: [...keyOf(endpoint, request), 'pages'],
    queryFn: ({ signal, pageParam }): Promise<ResponseOf<E>> => {
      const given = (request ?? {}) as { query?: object }
      const query = pageParam ? { ...given.query, cursor: pageParam } : given.query
      const turned = { ...given, ...(query ? { query } : {}) } as RequestOf<E>
      return callWith<E>(endpoint, turned, { signal })
    },
    initialPageParam: '',
    getNextPageParam: (last) => (last as Page).nextCursor,
  })

/** Every item of a list, in its order, however many pages it fills: `readPage` answers the one after a cursor. */
export async function everyItem<Item>(
  readPage: (after: {
    cursor?: string
  }) => Promise<{ readonly items: readonly Item[]; readonly nextCursor: string | null }>,
): Promise<Item[]> {
  const all: Item[] = []
  let after: { cursor?: string } | undefined = {}
  while (after) {
    const { items, nextCursor } = await readPage(after)
    all.push(...items)
    after = nextCursor === null ? undefined : { cursor: nextCursor }
  }
  return all
}
