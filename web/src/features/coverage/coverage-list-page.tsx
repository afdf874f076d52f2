import { Button } from '@mantine/core'
import { coverageApi } from '@ngopi/shared/coverage'
import { useT } from '../../i18n.tsx'
import { dayIn } from '../../lib/format-time.ts'
import { daysOf } from '../../lib/period.ts'
import { useSearchParams } from '../../lib/search-params.ts'
import { useOfficeZone } from '../../lib/use-office-zone.ts'
import { useMay } from '../../lib/use-session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { coverageStrings } from './coverage.strings.ts'
import { coverageSpec, unfiltered, useCoverageFilters } from './coverage-filters.ts'
import { CoverageList } from './coverage-list.tsx'
import { NewCoveragePanel } from './new-coverage-panel.tsx'
import { segmentQueries, segments } from './segments.ts'

/** All coverage: what waits for a judgement first. */
export const CoverageListPage = () => {
  const t = useT(coverageStrings)
  const zone = useOfficeZone()
  const mayAdd = useMay(coverageApi.create)
  const state = useSearchParams(coverageSpec)
  const [filters, setFilters] = state
  const menus = useCoverageFilters(state)
  const segment = filters.bagian ?? 'review'
  const filtered = filters.q !== '' || menus.some(({ value }) => value.length > 0)
  const add = (variant: 'filled' | 'default') =>
    mayAdd && (
      <Button
        variant={variant}
        leftSection={<Icon name="plus" size={18} />}
        onClick={() => setFilters({ baru: true }, { push: true })}
      >
        {t('add')}
      </Button>
    )
  const showAll = (
    <Button variant="default" onClick={() => setFilters({ ...unfiltered, bagian: 'all' })}>
      {t('empty.showAll')}
    </Button>
  )
  return (
    <>
      <PageTitle title={t('title')} action={add('filled')} />
      <FilterBar
        search={{ value: filters.q, onChange: (q) => setFilters({ q }), label: t('search') }}
        segments={{
          label: t('segments'),
          value: segment,
          options: segments.map((value) => ({ value, label: t(`segment.${value}`) })),
          onChange: (value) =>
            setFilters({ bagian: segments.find((s) => s === value && s !== 'review') }),
        }}
        filters={menus}
      />
      <CoverageList
        query={{
          ...segmentQueries[segment],
          q: filters.q || undefined,
          kind: [...filters.kind],
          outletId: filters.outletId || undefined,
          journalistId: filters.journalistId || undefined,
          sessionId: filters.sessionId || undefined,
          sort: filters.sort,
          ...(filters.periode
            ? daysOf(filters.periode, dayIn(new Date().toISOString(), zone))
            : {}),
        }}
        sort={filters.sort}
        onSort={(sort) => setFilters({ sort: coverageSpec.sort.read(sort) })}
        empty={
          filtered ? (
            <EmptyState
              icon="search"
              title={t('empty.match')}
              text={t('empty.matchText')}
              action={showAll}
            />
          ) : (
            <EmptyState
              icon={segment === 'review' ? 'check' : 'broadcast'}
              title={t(`empty.${segment}`)}
              text={t(`empty.${segment}Text`)}
              action={segment === 'all' ? add('default') : showAll}
            />
          )
        }
      />
      <NewCoveragePanel
        opened={filters.baru && mayAdd}
        sessionId={filters.sessionId}
        onClose={() => setFilters({ baru: false })}
      />
    </>
  )
}
