import { Button } from '@mantine/core'
import { seriesApi } from '@ngopi/shared/series'
import { type SessionListItem, sessionsApi } from '@ngopi/shared/sessions'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { type Locale, useLocale, useT } from '../../i18n.tsx'
import { dayIn, formatMonth } from '../../lib/format-time.ts'
import { useOnce } from '../../lib/opened-late.ts'
import { ask, askPages } from '../../lib/query.ts'
import { flag, oneOf, text, textList, useSearchParams } from '../../lib/search-params.ts'
import { TimeRange } from '../../lib/time.tsx'
import { useMay, useUser } from '../../lib/use-session.ts'
import { paths } from '../../paths.ts'
import { DataList } from '../../ui/data-list.tsx'
import { DateBlock } from '../../ui/date-block.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Icon } from '../../ui/icon.tsx'
import { StatusMark } from '../../ui/marks.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { MiniAnswers } from './mini-answers.tsx'
import { segmentQueries, segments } from './segments.ts'
import classes from './sessions.module.css'
import { sessionsStrings } from './sessions.strings.ts'
import { SessionsTabs } from './sessions-tabs.tsx'

// The form brings a calendar with it; most visits to the list do without.
const NewSessionPanel = lazy(() =>
  import('./new-session-panel.tsx').then((module) => ({ default: module.NewSessionPanel })),
)

const spec = {
  q: text,
  bagian: oneOf(segments),
  rangkaian: textList,
  arsip: flag,
  baru: flag,
  salin: text,
}

/** Sessions of a series share a title; the month tells one from the next. */
const monthOf = ({ seriesId, startsAt, timeZone }: SessionListItem, locale: Locale) =>
  seriesId === null ? undefined : formatMonth(dayIn(startsAt, timeZone), locale)

const SessionCell = ({ session }: { session: SessionListItem }) => {
  const month = monthOf(session, useLocale())
  return (
    <span className={classes.cell}>
      <DateBlock at={session.startsAt} zone={session.timeZone} />
      <span className={classes.cellText}>
        <span>
          <span className={classes.name}>{session.title}</span>
          {month && <span className={classes.quiet}> · {month}</span>}
        </span>
        <span className={classes.quiet}>
          <TimeRange session={session} withDay={false} /> · {session.venue}
        </span>
      </span>
    </span>
  )
}

const SessionsList = () => {
  const t = useT(sessionsStrings)
  const navigate = useNavigate()
  const mayAdd = useMay(sessionsApi.create)
  const [filters, setFilters] = useSearchParams(spec)
  const formAsked = useOnce(filters.baru)
  const segment = filters.bagian ?? 'upcoming'
  const series = useQuery(ask(seriesApi.list, { query: { limit: 100 } }))
  const list = useInfiniteQuery({
    ...askPages(sessionsApi.list, {
      query: {
        ...segmentQueries[segment],
        limit: 50,
        ...(filters.q ? { q: filters.q } : {}),
        ...(filters.rangkaian[0] ? { seriesId: filters.rangkaian[0] } : {}),
        ...(filters.arsip ? { archived: 'true' } : {}),
      },
    }),
    placeholderData: keepPreviousData,
  })
  const seats = (session: SessionListItem) =>
    session.capacity === null
      ? t('seatsOpen', { taken: session.seatsTaken })
      : t('seats', { taken: session.seatsTaken, capacity: session.capacity })
  const addButton = (variant: 'filled' | 'default') =>
    mayAdd && (
      <Button
        variant={variant}
        leftSection={<Icon name="plus" size={18} />}
        onClick={() => setFilters({ baru: true }, { push: true })}
      >
        {t('add')}
      </Button>
    )
  const isFirst = segment === 'upcoming' && !filters.q && filters.rangkaian.length === 0
  return (
    <>
      <PageTitle title={t('title')} action={addButton('filled')} />
      <SessionsTabs />
      <FilterBar
        search={{ value: filters.q, onChange: (q) => setFilters({ q }), label: t('search') }}
        segments={{
          label: t('segments'),
          value: segment,
          options: segments.map((value) => ({ value, label: t(`segment.${value}`) })),
          onChange: (value) =>
            setFilters({ bagian: segments.find((s) => s === value && s !== 'upcoming') }),
        }}
        filters={[
          {
            key: 'rangkaian',
            label: t('series'),
            options: (series.data?.items ?? []).map((s) => ({ value: s.id, label: s.title })),
            value: filters.rangkaian,
            onChange: (rangkaian) => setFilters({ rangkaian }),
            single: true,
          },
          {
            key: 'arsip',
            label: t('state'),
            options: [{ value: '1', label: t('archivedOnly') }],
            value: filters.arsip ? ['1'] : [],
            onChange: (value) => setFilters({ arsip: value.length > 0 }),
          },
        ]}
      />
      <DataList
        query={list}
        label={t('title')}
        rowKey={(session) => session.id}
        rowName={(session) => session.title}
        onOpen={(session) => void navigate({ to: paths.session(session.id) })}
        columns={[
          {
            key: 'session',
            title: t('column.session'),
            render: (session) => <SessionCell session={session} />,
          },
          {
            key: 'answers',
            title: t('column.answers'),
            width: 240,
            render: (session) => <MiniAnswers counts={session.answers} />,
          },
          { key: 'seats', title: t('column.seats'), align: 'right', width: 96, render: seats },
          {
            key: 'status',
            title: t('column.status'),
            width: 140,
            render: (session) => <StatusMark status={session.status} />,
          },
        ]}
        phone={(session) => (
          <>
            <SessionCell session={session} />
            <MiniAnswers counts={session.answers} />
            <span className={classes.phoneMarks}>
              <StatusMark status={session.status} />
              <span className={classes.quiet}>
                {t('column.seats')} {seats(session)}
              </span>
            </span>
          </>
        )}
        empty={
          <EmptyState
            icon="calendar"
            title={t(isFirst ? 'empty.upcoming' : 'empty.other')}
            text={t(isFirst ? 'empty.upcomingText' : 'empty.otherText')}
            action={isFirst && addButton('default')}
          />
        }
      />
      {mayAdd && formAsked && (
        <Suspense fallback={null}>
          <NewSessionPanel
            opened={filters.baru}
            copyFrom={filters.salin}
            onClose={() => setFilters({ baru: false, salin: '' })}
          />
        </Suspense>
      )}
    </>
  )
}

/** The desk needs no plans: which session is open, and in. */
const DeskSessions = () => {
  const t = useT(sessionsStrings)
  const navigate = useNavigate()
  const list = useInfiniteQuery(
    askPages(sessionsApi.list, { query: { status: 'published', upcoming: '1', limit: 25 } }),
  )
  return (
    <>
      <PageTitle title={t('deskTitle')} subtitle={t('deskHint')} />
      <DataList<SessionListItem>
        query={list}
        label={t('title')}
        rowKey={(session) => session.id}
        rowName={(session) => session.title}
        onOpen={(session) => void navigate({ to: paths.door(session.id) })}
        columns={[
          {
            key: 'session',
            title: t('column.session'),
            render: (session) => <SessionCell session={session} />,
          },
        ]}
        empty={<EmptyState icon="door" title={t('empty.desk')} text={t('empty.deskText')} />}
      />
    </>
  )
}

export const SessionsPage = () => (useUser().role === 'desk' ? <DeskSessions /> : <SessionsList />)
