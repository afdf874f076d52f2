import { Button, CloseButton, Group, Text } from '@mantine/core'
import { useIntersection, useMediaQuery } from '@mantine/hooks'
import { type ReactNode, useEffect } from 'react'
import { commonStrings } from '../common.strings.ts'
import { useT } from '../i18n.tsx'
import { DataCards } from './data-cards.tsx'
import classes from './data-list.module.css'
import type { PagesQuery, RowsProps } from './data-list-types.ts'
import { DataTable } from './data-table.tsx'
import { EmptyState } from './empty-state.tsx'
import { ErrorNotice } from './error-notice.tsx'
import { SkeletonRows } from './skeleton-rows.tsx'

interface DataListProps<T> extends Omit<RowsProps<T>, 'rows'> {
  query: PagesQuery<T>
  /** Names the list for assistive technology. */
  label: string
  sort?: string | undefined
  onSort?: (sort: string | undefined) => void
  /** Shown when there is nothing at all, or nothing that matches. */
  empty?: ReactNode
  /** What a row shows on a phone; by default the first column above the others. */
  phone?: (row: T) => ReactNode
}

/** A long list, page after page: a table, on phones rows of their own shape. */
export const DataList = <T,>({
  query,
  label,
  sort,
  onSort,
  empty,
  phone,
  ...props
}: DataListProps<T>) => {
  const t = useT(commonStrings)
  const onPhone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false })
  const { ref, entry } = useIntersection({ rootMargin: '400px' })
  const { hasNextPage, isFetchingNextPage, fetchNextPage, error } = query
  const near = entry?.isIntersecting ?? false
  useEffect(() => {
    if (near && hasNextPage && !isFetchingNextPage && !error) void fetchNextPage()
  }, [near, hasNextPage, isFetchingNextPage, error, fetchNextPage])

  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  if (query.isPending) return <SkeletonRows rows={10} />
  if (query.error && rows.length === 0)
    return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
  if (rows.length === 0) return empty ?? <EmptyState icon="search" title={t('nothingFound')} />

  const { selection } = props
  return (
    <div data-stale={query.isPlaceholderData || undefined} className={classes.root}>
      {onPhone ? (
        <DataCards {...props} rows={rows} label={label} phone={phone} />
      ) : (
        <DataTable {...props} rows={rows} label={label} sort={sort} onSort={onSort} />
      )}
      {query.error && (
        <ErrorNotice error={query.error} onRetry={() => void query.fetchNextPage()} />
      )}
      {hasNextPage && (
        <div ref={ref} className={classes.more}>
          <Button
            variant="default"
            loading={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            {t('more')}
          </Button>
        </div>
      )}
      {selection && selection.keys.size > 0 && (
        <section
          className={classes.bulk}
          aria-label={t('selected', { count: selection.keys.size })}
        >
          <Text fw={600}>{t('selected', { count: selection.keys.size })}</Text>
          <Group gap="xs">{selection.actions}</Group>
          <CloseButton
            aria-label={t('clearSelection')}
            onClick={() => selection.onChange(new Set())}
          />
        </section>
      )}
    </div>
  )
}
