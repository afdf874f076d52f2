import { Text } from '@mantine/core'
import { reportsApi } from '@ngopi/shared/reports'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useT } from '../../i18n.tsx'
import { formatDayOf } from '../../lib/format-time.ts'
import { ask } from '../../lib/query.ts'
import { useOfficeZone } from '../../lib/use-office-zone.ts'
import { useUser } from '../../lib/use-session.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { DueList } from './due-list.tsx'
import { FirstSteps } from './first-steps.tsx'
import classes from './home.module.css'
import { homeStrings } from './home.strings.ts'
import { HomeSkeleton } from './home-skeleton.tsx'
import { NextSession } from './next-session.tsx'
import { RecentSessions } from './recent-sessions.tsx'

const Content = () => {
  const { data: home, error, refetch } = useQuery(ask(reportsApi.home))
  if (error && !home) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!home) return <HomeSkeleton />
  if (!home.nextSession && home.recent.length === 0) return <FirstSteps />
  return (
    <div className={classes.page}>
      <NextSession session={home.nextSession} />
      <DueList home={home} />
      <RecentSessions sessions={home.recent} />
    </div>
  )
}

/** What comes next, what is due, and how the last sessions went. */
export const HomePage = () => {
  const t = useT(homeStrings)
  const locale = useLocale()
  const zone = useOfficeZone()
  const { office } = useUser()
  return (
    <>
      <PageTitle
        title={t('title')}
        subtitle={
          <Text span>
            {formatDayOf(new Date().toISOString(), zone, locale, { long: true })} · {office.name}
          </Text>
        }
      />
      <Content />
    </>
  )
}
