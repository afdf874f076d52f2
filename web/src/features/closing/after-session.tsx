import { Text, Title } from '@mantine/core'
import { closingsApi } from '@ngopi/shared/closings'
import type { Session } from '@ngopi/shared/sessions'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useT } from '../../i18n.tsx'
import { formatInstant } from '../../lib/format-time.ts'
import { ask } from '../../lib/query.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { attendanceOptions, useLiveAttendances } from '../attendance/api.ts'
import classes from './closing.module.css'
import { closingStrings } from './closing.strings.ts'
import { ClosingCountList } from './closing-count-list.tsx'
import { LooseEnds } from './loose-ends.tsx'
import { SendAfterwards } from './send-afterwards.tsx'

/** The counts as they were kept, whom to write to, and what is left to do. */
export const AfterSession = ({ session, maySend }: { session: Session; maySend: boolean }) => {
  const t = useT(closingStrings)
  const locale = useLocale()
  const { id, timeZone } = session
  const closing = useQuery({
    ...ask(closingsApi.get, { params: { id } }),
    // Colleagues may be writing to guests.
    staleTime: 0,
  })
  const guests = useQuery(attendanceOptions(id))
  useLiveAttendances(id)
  const failed = closing.error ?? guests.error
  if (failed && !(closing.data && guests.data))
    return (
      <ErrorNotice
        error={failed}
        onRetry={() => void Promise.all([closing.refetch(), guests.refetch()])}
      />
    )
  if (!closing.data || !guests.data) return <SkeletonRows rows={6} />
  const { counts, now, closedAt, closedBy, messages } = closing.data
  return (
    <div className={classes.columns}>
      <div className={classes.main}>
        <SendAfterwards sessionId={id} messages={messages} maySend={maySend} />
        <LooseEnds session={session} guests={guests.data.items} />
      </div>
      <section>
        <Title order={2} mb={4}>
          {t('counts.kept')}
        </Title>
        <Text c="dimmed" mb="sm">
          {closedAt && closedBy
            ? t('counts.closed', {
                at: formatInstant(closedAt, timeZone, locale),
                name: closedBy.name,
              })
            : t('counts.unknown')}
        </Text>
        <ClosingCountList counts={counts ?? now} now={now} />
      </section>
    </div>
  )
}
