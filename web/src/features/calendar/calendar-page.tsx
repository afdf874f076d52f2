import { Button, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type Holiday, holidaysApi } from '@ngopi/shared/holidays'
import { type SessionListItem, sessionsApi } from '@ngopi/shared/sessions'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { useT } from '../../i18n.tsx'
import { dayIn, zoneName } from '../../lib/format-time.ts'
import { useOnce } from '../../lib/opened-late.ts'
import { ask } from '../../lib/query.ts'
import { flag, oneOf, text, useSearchParams } from '../../lib/search-params.ts'
import { useOfficeZone } from '../../lib/use-office-zone.ts'
import { useMay, useUser } from '../../lib/use-session.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { calendarStrings } from '../sessions/calendar.strings.ts'
import { sessionsStrings } from '../sessions/sessions.strings.ts'
import { SessionsTabs } from '../sessions/sessions-tabs.tsx'
import classes from './calendar.module.css'
import { calendarSessions } from './calendar-api.ts'
import { CalendarDrag } from './calendar-drag.tsx'
import eventClasses from './calendar-event.module.css'
import { eventsByDay } from './calendar-events.ts'
import type { CalendarGridProps } from './calendar-grid.ts'
import { CalendarHead } from './calendar-head.tsx'
import { CalendarMonth } from './calendar-month.tsx'
import { isMovable } from './calendar-move.ts'
import { useCalendarMove } from './calendar-moving.tsx'
import { CalendarPhone } from './calendar-phone.tsx'
import { calendarViews, isDay, rangeOf } from './calendar-range.ts'
import { CalendarLegend } from './calendar-state.tsx'
import { CalendarWeek, hourPixels } from './calendar-week.tsx'

// The form brings fields and pickers with it; most visits to the calendar do without.
const NewSessionPanel = lazy(() =>
  import('../sessions/new-session-panel.tsx').then((module) => ({
    default: module.NewSessionPanel,
  })),
)

const spec = {
  tampilan: oneOf(calendarViews),
  tanggal: text,
  baru: flag,
  hari: text,
  jam: text,
}

/** Now, to the minute: the day turns and the line of the week goes on while the page is open. */
const useMinute = () => {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

const holidaysByDay = (holidays: readonly Holiday[]): ReadonlyMap<string, readonly Holiday[]> => {
  const byDay = new Map<string, Holiday[]>()
  for (const one of holidays) byDay.set(one.date, [...(byDay.get(one.date) ?? []), one])
  return byDay
}

/** Sessions by month or week; on a phone the same period as a list. */
export const CalendarPage = () => {
  const t = useT(calendarStrings)
  const sessionWords = useT(sessionsStrings)
  const [filters, setFilters] = useSearchParams(spec)
  const zone = useOfficeZone()
  const officeId = useUser().office.id
  const mayAdd = useMay(sessionsApi.create)
  const mayMove = useMay(sessionsApi.update)
  const onPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  const now = useMinute()
  const today = dayIn(new Date(now).toISOString(), zone)
  const view = filters.tampilan ?? 'bulan'
  const day = isDay(filters.tanggal) ? filters.tanggal : today
  const days = rangeOf(view, day)

  const sessions = useQuery({ ...calendarSessions(days), placeholderData: keepPreviousData })
  const holidays = useQuery({
    ...ask(holidaysApi.list, { query: days }),
    placeholderData: keepPreviousData,
  })
  const byDay = useMemo(() => eventsByDay(sessions.data ?? [], zone), [sessions.data, zone])
  const daysOff = useMemo(() => holidaysByDay(holidays.data?.items ?? []), [holidays.data])
  const move = useCalendarMove(days, zone)
  const formAsked = useOnce(filters.baru)

  const show = (shown: string) => setFilters({ tanggal: shown === today ? '' : shown })
  const plan = (at?: { day: string; time: string }) =>
    setFilters({ baru: true, hari: at?.day ?? '', jam: at?.time ?? '' }, { push: true })
  const grid: CalendarGridProps = {
    day,
    today,
    zone,
    byDay,
    holidays: daysOff,
    ghost: move.ghost,
    moverOf: (session: SessionListItem) =>
      mayMove && isMovable(session, { officeId, now }) ? () => move.ask(session) : undefined,
    onNew: mayAdd ? plan : undefined,
    onShow: show,
    onWeek: (shown) => setFilters({ tampilan: 'pekan', tanggal: shown }, { push: true }),
  }
  return (
    <>
      <PageTitle
        title={sessionWords('title')}
        action={
          mayAdd && (
            <Button leftSection={<Icon name="plus" size={18} />} onClick={() => plan()}>
              {sessionWords('add')}
            </Button>
          )
        }
      />
      <SessionsTabs />
      <CalendarHead
        view={view}
        day={day}
        today={today}
        withViews={!onPhone}
        onView={(chosen) => setFilters({ tampilan: chosen === 'bulan' ? undefined : chosen })}
        onDay={show}
      />
      {move.notice}
      {sessions.error && (
        <ErrorNotice error={sessions.error} onRetry={() => void sessions.refetch()} />
      )}
      <div aria-busy={sessions.isFetching}>
        {onPhone ? (
          !sessions.isPending && <CalendarPhone {...grid} view={view} />
        ) : (
          <CalendarDrag hourPixels={view === 'pekan' ? hourPixels : undefined} {...move.drag}>
            {view === 'pekan' ? <CalendarWeek {...grid} /> : <CalendarMonth {...grid} />}
          </CalendarDrag>
        )}
      </div>
      {!onPhone && (
        <footer className={classes.foot}>
          <CalendarLegend />
          <Text c="dimmed" size="xs">
            {t('zone', { zone: zoneName(new Date(now).toISOString(), zone) })}
          </Text>
          {mayMove && (
            <Text c="dimmed" size="xs">
              {t.rich('keys', { kbd: (key) => <kbd className={eventClasses.key}>{key}</kbd> })}
            </Text>
          )}
        </footer>
      )}
      {move.dialog}
      {mayAdd && formAsked && (
        <Suspense fallback={null}>
          <NewSessionPanel
            opened={filters.baru}
            copyFrom=""
            startAt={{ day: isDay(filters.hari) ? filters.hari : '', time: filters.jam }}
            onClose={() => setFilters({ baru: false, hari: '', jam: '' })}
          />
        </Suspense>
      )}
    </>
  )
}
