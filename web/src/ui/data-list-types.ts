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

/** What a list needs of the answer to `useInfiniteQuery(askPages(…))`. */
export interface PagesQuery<T> {
  data: { pages: readonly { items: readonly T[] }[] } | undefined
  error: Error | null
  isPending: boolean
  isPlaceholderData: boolean
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => Promise<unknown>
  refetch: () => Promise<unknown>
}

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
