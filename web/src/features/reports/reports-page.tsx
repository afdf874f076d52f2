import { Button, Text, Title } from '@mantine/core'
import { officesApi } from '@ngopi/shared/offices'
import { reportsApi } from '@ngopi/shared/reports'
import { sessionsApi } from '@ngopi/shared/sessions'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useLocale, useT } from '../../i18n.tsx'
import { dayIn, formatDay, formatNumber } from '../../lib/format-time.ts'
import { ask } from '../../lib/query.ts'
import { useSearchParams } from '../../lib/search-params.ts'
import { useOfficeZone } from '../../lib/use-office-zone.ts'
import { useMay } from '../../lib/use-session.ts'
import { paths } from '../../paths.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Funnel } from '../../ui/funnel.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { MethodNote } from './method-note.tsx'
import { OverTime } from './over-time.tsx'
import { ReportFilters } from './report-filters.tsx'
import { reportDays, reportSpec } from './report-period.ts'
import classes from './reports.module.css'
import { reportsStrings } from './reports.strings.ts'
import { SessionTable } from './session-table.tsx'

const steps = ['invited', 'answered', 'attending', 'attended', 'asked', 'published'] as const

/** The line from invited to published over a period, and how it was counted. */
export const ReportsPage = () => {
  const t = useT(reportsStrings)
  const locale = useLocale()
  const zone = useOfficeZone()
  const mayPlan = useMay(sessionsApi.create)
  const state = useSearchParams(reportSpec)
  const [filters, setFilters] = state
  const days = reportDays(filters, dayIn(new Date().toISOString(), zone))
  const { data: visible } = useQuery({ ...ask(officesApi.list), staleTime: 600_000 })
  const offices = visible?.items ?? []
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...ask(reportsApi.funnel, {
      query: {
        from: days?.from ?? '',
        to: days?.to ?? '',
        officeId: filters.kantor || undefined,
      },
    }),
    enabled: days !== undefined,
    placeholderData: keepPreviousData,
  })
  const oldestFirst = (data?.sessions ?? []).toSorted(
    (a, b) => Date.parse(a.session.startsAt) - Date.parse(b.session.startsAt),
  )
  return (
    <>
      <PageTitle
        title={t('title')}
        subtitle={days && `${formatDay(days.from, locale)} – ${formatDay(days.to, locale)}`}
      />
      <ReportFilters state={state} shown={days} offices={offices} />
      {error && !data && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && days && <SkeletonRows rows={8} />}
      {data && oldestFirst.length === 0 && (
        <EmptyState
          icon="chart"
          title={t('empty')}
          text={t('emptyText')}
          action={
            filters.periode === 'year' ? (
              mayPlan && (
                <ButtonLink to={paths.sessions} search={{ baru: '1' }} variant="default">
                  {t('plan')}
                </ButtonLink>
              )
            ) : (
              <Button
                variant="default"
                onClick={() => setFilters({ periode: 'year', dari: '', sampai: '' })}
              >
                {t('thisYear')}
              </Button>
            )
          }
        />
      )}
      {data && oldestFirst.length > 0 && (
        <div className={classes.report} data-stale={isPlaceholderData || undefined}>
          <div className={classes.columns}>
            <section aria-labelledby="garis">
              <p className={classes.called}>
                {t('called', { published: data.published, invited: data.invited })}
              </p>
              <Text c="dimmed" mb={24}>
                {t('calledHint', { attended: data.attended, sessions: oldestFirst.length })}
              </Text>
              <Title order={2} id="garis" mb={8}>
                {t('line')}
              </Title>
              <Funnel
                label={t('line')}
                steps={steps.map((step) => ({ label: t(`step.${step}`), value: data[step] }))}
              />
              <Title order={3} className={classes.hidden}>
                {t('beside.title')}
              </Title>
              <div className={classes.beside}>
                {(['walkIns', 'placements'] as const).map((name) => (
                  <Text key={name}>
                    <strong>{formatNumber(data[name], locale)}</strong> {t(`beside.${name}`)}
                    <Text span c="dimmed" size="xs" display="block">
                      {t(`beside.${name}Hint`)}
                    </Text>
                  </Text>
                ))}
              </div>
            </section>
            <MethodNote />
          </div>
          <OverTime sessions={oldestFirst} severalOffices={offices.length > 1 && !filters.kantor} />
          <SessionTable total={data} sessions={oldestFirst.toReversed()} />
        </div>
      )}
    </>
  )
}
