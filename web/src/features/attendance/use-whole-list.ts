import type { UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { PagesQuery } from '../../ui/data-list-types.ts'

/** A list read at once, filtered here, in the shape that `DataList` takes: a single page. */
export const useWholeList = <T>(
  query: UseQueryResult<{ items: T[] }>,
  shown: readonly T[],
): PagesQuery<T> => {
  const { data, error, isPending, isPlaceholderData, refetch } = query
  return useMemo(
    () => ({
      data: data && { pages: [{ items: shown }] },
      error,
      isPending,
      isPlaceholderData,
      hasNextPage: false,
      isFetchingNextPage: false,
      fetchNextPage: () => refetch(),
      refetch: () => refetch(),
    }),
    [data, error, isPending, isPlaceholderData, refetch, shown],
  )
}
