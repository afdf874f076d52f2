import { Title } from '@mantine/core'
import { seriesApi } from '@ngopi/shared/series'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useLocale, useT } from '../../i18n.tsx'
import { useOnce } from '../../lib/opened-late.ts'
import { oneOf, useSearchParams } from '../../lib/search-params.ts'
import { useMay, useUser } from '../../lib/use-session.ts'
import { paths } from '../../paths.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { seriesSentence } from '../recurrence/rule-words.ts'
import classes from '../sessions/sessions.module.css'
import { sessionsStrings } from '../sessions/sessions.strings.ts'
import { seriesStrings } from './series.strings.ts'
import { SeriesActions } from './series-actions.tsx'
import { comingSessions, useNextDay, useSeries } from './series-api.ts'
import { isUndecided } from './series-exceptions.ts'
import { SeriesAgenda, SeriesFacts } from './series-facts.tsx'
import { SeriesMark } from './series-marks.tsx'
import { ComingSessions, UndecidedSessions } from './series-sessions.tsx'
import { SeriesSkipDialog } from './series-skip-dialog.tsx'

// The form brings a calendar and the editor of a programme with it.
const SeriesChangePanel = lazy(() =>
  import('./series-change-panel.tsx').then((module) => ({ default: module.SeriesChangePanel })),
)

const asks = ['change', 'split', 'skip'] as const
const spec = { ubah: oneOf(asks) }

/** One series: its rule in words, what is to be decided, the sessions to come, and the facts beside. */
export const SeriesPage = () => {
  const t = useT(seriesStrings)
  const sessionT = useT(sessionsStrings)
  const locale = useLocale()
  const user = useUser()
  const series = useSeries()
  const mayEdit = useMay(seriesApi.update) && series.officeId === user.office.id
  const [{ ubah: asked }, setParams] = useSearchParams(spec)
  const formAsked = useOnce(asked === 'change' || asked === 'split')
  // Which of the two it was is kept while the panel goes away.
  const [splits, setSplits] = useState(asked === 'split')
  if ((asked === 'change' || asked === 'split') && splits !== (asked === 'split'))
    setSplits(!splits)
  const coming = useQuery(comingSessions(series.id))
  const ended = useNextDay(series) === null
  const sessions = coming.data ?? []
  const undecided = sessions.filter(isUndecided)
  const close = () => setParams({ ubah: undefined })
  const open = !series.archivedAt && mayEdit
  return (
    <>
      <PageTitle
        parent={{ label: t('title'), to: paths.seriesList }}
        title={series.title}
        mark={<SeriesMark series={series} undecided={undecided.length} ended={ended} />}
        subtitle={
          <>
            {seriesSentence(series, locale)} · {series.venue}
          </>
        }
        action={
          mayEdit && (
            <SeriesActions
              series={series}
              hasComing={sessions.length > 0}
              onAsk={(ubah) => setParams({ ubah }, { push: true })}
            />
          )
        }
      />
      <div className={classes.columns}>
        <div>
          {coming.error && (
            <ErrorNotice error={coming.error} onRetry={() => void coming.refetch()} />
          )}
          {coming.isPending && <SkeletonRows rows={6} height={64} />}
          {coming.data && (
            <>
              <UndecidedSessions series={series} sessions={undecided} mayEdit={mayEdit} />
              <ComingSessions
                series={series}
                sessions={sessions.filter((session) => !isUndecided(session))}
              />
            </>
          )}
          <section>
            <Title order={2} mb="xs">
              {t('page.agenda')}
            </Title>
            <SeriesAgenda series={series} />
          </section>
        </div>
        <section>
          <Title order={2} mb="sm">
            {sessionT('summary.facts')}
          </Title>
          <SeriesFacts series={series} />
        </section>
      </div>
      {open && (
        <SeriesSkipDialog
          opened={asked === 'skip' && coming.data !== undefined}
          series={series}
          sessions={sessions}
          onClose={close}
        />
      )}
      {open && formAsked && (
        <Suspense fallback={null}>
          <SeriesChangePanel
            key={series.id}
            opened={asked === 'change' || asked === 'split'}
            series={series}
            splits={splits}
            onClose={close}
          />
        </Suspense>
      )}
    </>
  )
}
