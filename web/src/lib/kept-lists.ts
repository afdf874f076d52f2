import type { QueryClient } from '@tanstack/react-query'
import {
  type Persister,
  persistQueryClientRestore,
  persistQueryClientSubscribe,
} from '@tanstack/react-query-persist-client'
import { readLists, writeLists } from './kept-database.ts'
import type { KeptList } from './kept-rules.ts'
import { keptFor } from './query.ts'

/** Changes so close together are written at once, in milliseconds. */
const gather = 500

export interface Owner {
  readonly userId: string
  /** What tells one build from another. */
  readonly build: string
}

export interface ListStorage {
  read(whose: Owner & { now: number }): Promise<readonly KeptList[]>
  write(lists: readonly KeptList[]): Promise<void>
}

const onDevice: ListStorage = { read: readLists, write: writeLists }

/**
 * Keeps each query by itself, so that a tab that knows less, or has put a list away, takes nothing from the
 * device. `flush` writes at once what has been gathered.
 */
export const listPersister = (
  { userId, build }: Owner,
  storage: ListStorage = onDevice,
): Persister & { flush(): void } => {
  const written = new Map<string, number>()
  let latest: KeptList[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    const lists = latest.filter(
      ({ hash, query }) => written.get(hash) !== query.state.dataUpdatedAt,
    )
    if (lists.length === 0) return
    for (const { hash, query } of lists) written.set(hash, query.state.dataUpdatedAt)
    // A device that keeps nothing works as long as there is network.
    storage.write(lists).catch(() => written.clear())
  }
  return {
    persistClient: ({ clientState }) => {
      latest = clientState.queries.map((query) => ({
        hash: query.queryHash,
        userId,
        build,
        query,
      }))
      timer ??= setTimeout(flush, gather)
    },
    restoreClient: async () => {
      const lists = await storage.read({ userId, build, now: Date.now() })
      for (const { hash, query } of lists) written.set(hash, query.state.dataUpdatedAt)
      return {
        timestamp: Date.now(),
        buster: build,
        clientState: { mutations: [], queries: lists.map(({ query }) => query) },
      }
    },
    // Old lists go when they are read, the others at logout.
    removeClient: () => undefined,
    flush,
  }
}

/** Brings kept lists back into the cache and keeps what is read from then on. Answers how to end it. */
export const keepLists = async (
  queryClient: QueryClient,
  owner: Owner,
  storage: ListStorage = onDevice,
): Promise<() => void> => {
  const persister = listPersister(owner, storage)
  const options = {
    queryClient,
    persister,
    buster: owner.build,
    maxAge: keptFor,
    hydrateOptions: { defaultOptions: { queries: { gcTime: keptFor } } },
    dehydrateOptions: {
      shouldDehydrateMutation: () => false,
      shouldDehydrateQuery: ({
        meta,
        state,
      }: {
        meta?: { persisted?: true }
        state: { data: unknown }
      }) => meta?.persisted === true && state.data !== undefined,
    },
  }
  await persistQueryClientRestore(options).catch(() => undefined)
  const end = persistQueryClientSubscribe(options)
  globalThis.addEventListener?.('pagehide', persister.flush)
  return () => {
    end()
    globalThis.removeEventListener?.('pagehide', persister.flush)
  }
}
