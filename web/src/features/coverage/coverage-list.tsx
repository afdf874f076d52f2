import { type CoverageListItem, coverageApi } from '@ngopi/shared/coverage'
import type { RequestOf } from '@ngopi/shared/endpoint'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useT } from '../../i18n.tsx'
import { askPages } from '../../lib/query.ts'
import { Time } from '../../lib/time.tsx'
import { useOfficeZone } from '../../lib/use-office-zone.ts'
import { paths } from '../../paths.ts'
import { DataList } from '../../ui/data-list.tsx'
import type { RowsProps } from '../../ui/data-list-types.ts'
import classes from './coverage.module.css'
import { coverageStrings } from './coverage.strings.ts'
import { LatestTone } from './tone-text.tsx'

type Query = NonNullable<RequestOf<typeof coverageApi.list>['query']>

interface CoverageListProps {
  query: Query
  empty: ReactNode
  /** Left out where all rows belong to one session. */
  withSession?: boolean
  sort?: string | undefined
  onSort?: (sort: string | undefined) => void
}

/** Placements, newest first; a row opens the page where it is read and judged. */
export const CoverageList = ({
  query,
  empty,
  withSession = true,
  sort,
  onSort,
}: CoverageListProps) => {
  const t = useT(coverageStrings)
  const zone = useOfficeZone()
  const navigate = useNavigate()
  const list = useInfiniteQuery({
    ...askPages(coverageApi.list, { query: { limit: 50, ...query } }),
    placeholderData: keepPreviousData,
  })
  const day = (item: CoverageListItem) => <Time at={item.publishedAt} zone={zone} dayOnly />
  const where = (item: CoverageListItem) =>
    [t(`kind.${item.kind}`), item.placement].filter(Boolean).join(' · ')
  const columns: RowsProps<CoverageListItem>['columns'] = [
    {
      key: 'title',
      title: t('column.title'),
      render: (item) => <span className={classes.headline}>{item.title}</span>,
    },
    {
      key: 'outlet',
      title: t('column.outlet'),
      width: 184,
      render: (item) => (
        <span className={classes.two}>
          {item.outlet.name}
          <span className={classes.quiet}>{where(item)}</span>
        </span>
      ),
    },
    {
      key: 'published',
      title: t('column.published'),
      width: 152,
      sortKey: 'publishedAt',
      render: day,
    },
    ...(withSession
      ? [
          {
            key: 'session',
            title: t('column.session'),
            width: 168,
            render: (item: CoverageListItem) =>
              item.session && (
                <span className={classes.two}>
                  {item.session.title}
                  <span className={classes.quiet}>
                    <Time at={item.session.startsAt} zone={zone} dayOnly />
                  </span>
                </span>
              ),
          },
        ]
      : []),
    {
      key: 'tone',
      title: t('column.tone'),
      width: 152,
      render: (item) => <LatestTone item={item} />,
    },
  ]
  return (
    <DataList
      query={list}
      label={t('title')}
      rowKey={(item) => item.id}
      rowName={(item) => item.title}
      columns={columns}
      sort={sort ?? '-publishedAt'}
      {...(onSort ? { onSort } : {})}
      onOpen={(item) => void navigate({ to: paths.coverage(item.id) })}
      empty={empty}
      phone={(item) => (
        <>
          <span className={classes.headline}>{item.title}</span>
          <span className={classes.quiet}>
            {item.outlet.name} · {t(`kind.${item.kind}`)} · {day(item)}
          </span>
          <span className={classes.quiet}>
            <LatestTone item={item} />
          </span>
        </>
      )}
    />
  )
}
