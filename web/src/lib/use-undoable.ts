import type { Resource } from '@ngopi/shared/resources'
import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { errorToast, undoToast } from '../ui/toast.tsx'
import { readAgain } from './query.ts'

interface Patch {
  readonly queryKey: QueryKey
  /** What the cache holds, changed as the server will; `undefined` when it holds nothing. */
  readonly update: (old: unknown) => unknown
}

interface Undoable<T> {
  run: (subject: T) => Promise<unknown>
  undo: (subject: T) => Promise<unknown>
  message: (subject: T) => string
  /** What is to be read again: `['outlets']`. */
  refreshes: readonly Resource[]
  /** Changes shown before the server has answered. */
  optimistic?: (subject: T) => readonly Patch[]
}

/**
 * Something that is done at once and can be taken back: no "are you sure", a toast with
 * "Urungkan" instead. When the server refuses, the cache returns to what it was and says why.
 */
export const useUndoable = <T>({
  run: runOnce,
  undo,
  message,
  refreshes,
  optimistic,
}: Undoable<T>) => {
  const cache = useQueryClient()
  const refresh = () => readAgain(cache, ...refreshes)

  const run = async (work: () => Promise<unknown>, patches: readonly Patch[]) => {
    const before = await Promise.all(
      patches.map(async ({ queryKey, update }) => {
        // A reading under way would overwrite the change with the old state.
        await cache.cancelQueries({ queryKey })
        const before = cache.getQueriesData({ queryKey })
        cache.setQueriesData({ queryKey }, (old: unknown) =>
          old === undefined ? old : update(old),
        )
        return before
      }),
    )
    try {
      await work()
      return true
    } catch (cause) {
      for (const [key, data] of before.flat()) cache.setQueryData(key, data)
      void errorToast(cause instanceof Error ? cause : new Error(String(cause)))
      return false
    } finally {
      void refresh()
    }
  }

  return async (subject: T): Promise<boolean> => {
    const done = await run(() => runOnce(subject), optimistic?.(subject) ?? [])
    if (done) void undoToast(message(subject), () => void run(() => undo(subject), []))
    return done
  }
}
