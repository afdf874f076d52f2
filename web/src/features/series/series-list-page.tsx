import { Button, Text } from '@mantine/core'
import { type Series, seriesApi } from '@ngopi/shared/series'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { commonStrings } from '../../common.strings.ts'
import { useLocale, useT } from '../../i18n.tsx'
import { useOnce } from '../../lib/opened-late.ts'
import { askPages } from '../../lib/query.ts'
import { flag, text, useSearchParams } from '../../lib/search-params.ts'
import { Day } from '../../lib/time.tsx'
import { useMay } from '../../lib/use-session.ts'
import { paths } from '../../paths.ts'
import { DataList } from '../../ui/data-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { seriesSentence } from '../recurrence/rule-words.ts'
import { sessionsStrings } from '../sessions/sessions.strings.ts'
import { SessionsTabs } from '../sessions/sessions-tabs.tsx'
import classes from './series.module.css'
import { seriesStrings } from './series.strings.ts'
import { comingSessions, useNextDay } from './series-api.ts'
import { isUndecided } from './series-exceptions.ts'
import { SeriesMark } from './series-marks.tsx'

// The form brings a calendar and the editor of a programme with it.
const SeriesNewPanel = lazy(() =>
  import('./series-new-panel.tsx').then((module) => ({ default: module.SeriesNewPanel })),
)

const spec = { q: text, arsip: flag, baru: flag }

const NameCell = ({ series }: { series: Series }) => (
  <span className={classes.nameCell}>
    <span className={classes.name}>{series.title}</span>
    <span className={classes.quiet}>{seriesSentence(series, useLocale())}</span>
  </span>
)

const NextCell = ({ series }: { series: Series }) => {
  const t = useT(seriesStrings)
  const next = useNextDay(series)
  if (next) return <Day day={next} />
  return <span className={classes.quiet}>{next === null ? t('list.noNext') : '–'}</span>
}

const StateCell = ({ series }: { series: Series }) => {
  const { data = [] } = useQuery(comingSessions(series.id))
  const ended = useNextDay(series) === null
  return <SeriesMark series={series} undecided={data.filter(isUndecided).length} ended={ended} />
}

/** Every series of the office: what it is called, when it recurs, when it is next. */
export const SeriesListPage = () => {
  const t = useT(seriesStrings)
  const sessions = useT(sessionsStrings)
  const common = useT(commonStrings)
  const navigate = useNavigate()
  const mayAdd = useMay(seriesApi.create)
  const [filters, setFilters] = useSearchParams(spec)
  const formAsked = useOnce(filters.baru)
  const list = useInfiniteQuery({
    ...askPages(seriesApi.list, {
      query: {
        limit: 25,
        ...(filters.q ? { q: filters.q } : {}),
        ...(filters.arsip ? { archived: 'true' } : {}),
      },
    }),
    placeholderData: keepPreviousData,
  })
  const addButton = mayAdd && (
    <Button
      leftSection={<Icon name="plus" size={18} />}
      onClick={() => setFilters({ baru: true }, { push: true })}
    >
      {t('add')}
    </Button>
  )
  const filtered = filters.q !== '' || filters.arsip
  return (
    <>
      <PageTitle title={sessions('title')} action={addButton} />
      <SessionsTabs />
      <FilterBar
        search={{ value: filters.q, onChange: (q) => setFilters({ q }), label: t('search') }}
        filters={[
          {
            key: 'arsip',
            label: sessions('state'),
            options: [{ value: '1', label: common('archived') }],
            value: filters.arsip ? ['1'] : [],
            onChange: (value) => setFilters({ arsip: value.length > 0 }),
          },
        ]}
      />
      <DataList<Series>
        query={list}
        label={t('title')}
        rowKey={(series) => series.id}
        rowName={(series) => series.title}
        onOpen={(series) => void navigate({ to: paths.series(series.id) })}
        columns={[
          {
            key: 'title',
            title: t('list.series'),
            render: (series) => <NameCell series={series} />,
          },
          {
            key: 'next',
            title: t('list.next'),
            width: 200,
            render: (series) => <NextCell series={series} />,
          },
          {
            key: 'state',
            title: sessions('state'),
            width: 200,
            render: (series) => <StateCell series={series} />,
          },
        ]}
        phone={(series) => (
          <>
            <NameCell series={series} />
            <span className={classes.phoneLine}>
              <NextCell series={series} />
              <StateCell series={series} />
            </span>
          </>
        )}
        empty={
          filtered ? (
            <EmptyState icon="search" title={common('nothingFound')} />
          ) : (
            <EmptyState
              icon="calendar"
              title={t('empty.title')}
              text={t('empty.text')}
              action={mayAdd && <Text c="dimmed">{t('empty.example')}</Text>}
            />
          )
        }
      />
      {mayAdd && formAsked && (
        <Suspense fallback={null}>
          <SeriesNewPanel opened={filters.baru} onClose={() => setFilters({ baru: false })} />
        </Suspense>
      )}
    </>
  )
}
