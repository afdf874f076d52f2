import { Button, Text, Title } from '@mantine/core'
import { timelineApi } from '@ngopi/shared/timeline'
import { useInfiniteQuery } from '@tanstack/react-query'
import { commonStrings } from '../../common.strings.ts'
import { useLocale, useT } from '../../i18n.tsx'
import { formatMonth } from '../../lib/format-time.ts'
import { askPages } from '../../lib/query.ts'
import { useOfficeZone } from '../../lib/use-office-zone.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import classes from '../partner-forms/partners.module.css'
import { timelineStrings } from './timeline.strings.ts'
import { type About, TimelineItem } from './timeline-item.tsx'
import { byMonth } from './timeline-months.ts'

/** Everything between the office and one partner, newest first, month by month. */
export const PartnerTimeline = ({ about, id }: { about: About; id: string }) => {
  const t = useT(timelineStrings)
  const common = useT(commonStrings)
  const locale = useLocale()
  const zone = useOfficeZone()
  const list = useInfiniteQuery(
    askPages(timelineApi[about], { params: { id }, query: { limit: 50 } }),
  )
  const months = byMonth(list.data?.pages.flatMap((page) => page.items) ?? [], zone)
  return (
    <section aria-labelledby="riwayat">
      <Title order={2} id="riwayat" mb="md">
        {t('title')}
      </Title>
      {list.isPending && <SkeletonRows rows={5} />}
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && months.length === 0 && <Text c="dimmed">{t('empty')}</Text>}
      {months.map(({ month, entries }) => (
        <div key={month}>
          <h3 className={classes.month}>{formatMonth(month, locale)}</h3>
          <ol className={classes.entries}>
            {entries.map((entry) => (
              <TimelineItem key={entry.id} entry={entry} about={about} zone={zone} />
            ))}
          </ol>
        </div>
      ))}
      {list.hasNextPage && (
        <Button
          variant="default"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {common('more')}
        </Button>
      )}
    </section>
  )
}
