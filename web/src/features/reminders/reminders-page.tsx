import { Text, Title } from '@mantine/core'
import type { ResponseOf } from '@ngopi/shared/endpoint'
import { remindersApi } from '@ngopi/shared/reminders'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useT } from '../../i18n.tsx'
import { dayIn, formatClock } from '../../lib/format-time.ts'
import { ask } from '../../lib/query.ts'
import { Day } from '../../lib/time.tsx'
import { paths } from '../../paths.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { AppLink } from '../../ui/link.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { reminderOffsetsStrings } from '../sessions/reminder-offsets.strings.ts'
import { sessionsStrings } from '../sessions/sessions.strings.ts'
import { SessionsTabs } from '../sessions/sessions-tabs.tsx'
import { RecipientsText } from './recipients-text.tsx'
import classes from './reminders.module.css'
import { remindersStrings } from './reminders.strings.ts'

type Upcoming = ResponseOf<typeof remindersApi.upcoming>['items'][number]

const Row = ({ reminder }: { reminder: Upcoming }) => {
  const t = useT(remindersStrings)
  const offsets = useT(reminderOffsetsStrings)
  const locale = useLocale()
  const { session } = reminder
  return (
    <div className={classes.row}>
      <Text c="dimmed">{formatClock(reminder.sendsAt, session.timeZone, locale)}</Text>
      <div>
        <Text>
          <AppLink to={paths.sessionReminders(session.id)} fw={600}>
            {session.title}
          </AppLink>{' '}
          · {offsets('step', { days: reminder.daysBefore })}
          {reminder.state === 'paused' && ` · ${t('state.paused')}`}
        </Text>
        <RecipientsText recipients={reminder.recipients} />
      </div>
    </div>
  )
}

/** What goes out by itself in the next 60 days, in all sessions of the office, day by day. */
export const RemindersPage = () => {
  const t = useT(remindersStrings)
  const sessions = useT(sessionsStrings)
  const list = useQuery(ask(remindersApi.upcoming))
  const days = new Map<string, Upcoming[]>()
  for (const one of list.data?.items ?? []) {
    const day = dayIn(one.sendsAt, one.session.timeZone)
    days.set(day, [...(days.get(day) ?? []), one])
  }
  return (
    <>
      <PageTitle title={sessions('title')} />
      <SessionsTabs />
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <SkeletonRows rows={6} height={72} />}
      {list.data && days.size === 0 && (
        <EmptyState icon="clock" title={t('upcoming.empty')} text={t('upcoming.emptyText')} />
      )}
      {days.size > 0 && (
        <Text c="dimmed" mb="lg">
          {t('upcoming.lead')}
        </Text>
      )}
      {[...days].map(([day, reminders]) => (
        <section key={day} className={classes.day}>
          <Title order={2} size="h3" mb={4}>
            <Day day={day} long />
          </Title>
          {reminders.map((one) => (
            <Row key={`${one.session.id} ${one.step}`} reminder={one} />
          ))}
        </section>
      ))}
    </>
  )
}
