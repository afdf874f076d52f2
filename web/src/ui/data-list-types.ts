import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'

export interface Column<T> {
  key: string
  title: string
  render: (row: T) => ReactNode
  align?: 'right'
  /** Pixels; the first column takes what is left. */
  width?: number
  hideOnPhone?: boolean
  /** What `sort` calls this column; descending is the same with `-` before it. */
  sortKey?: string
}

export interface Selection {
  keys: ReadonlySet<string>
  onChange: (keys: ReadonlySet<string>) => void
  /** What can be done with those selected, as small buttons. */
  actions: ReactNode
}

/** What `useInfiniteQuery(askPages(…))` answers. */
export type PagesQuery<T> = Pick<
  UseInfiniteQueryResult<InfiniteData<{ items: readonly T[] }>>,
  | 'data'
  | 'error'
  | 'isPending'
  | 'hasNextPage'
  | 'fetchNextPage'
  | 'isFetchingNextPage'
  | 'isPlaceholderData'
  | 'refetch'
>

/** What both shapes of a list, table and phone, are given. */
export interface RowsProps<T> {
  rows: readonly T[]
  columns: readonly Column<T>[]
  rowKey: (row: T) => string
  /** What assistive technology calls a row. */
  rowName: (row: T) => string
  onOpen?: ((row: T) => void) | undefined
  openKey?: string | undefined
  selection?: Selection | undefined
}
