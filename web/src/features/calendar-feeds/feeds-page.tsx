import { Button, Stack, Text, Title } from '@mantine/core'
import { type CalendarFeed, calendarFeedsApi } from '@ngopi/shared/calendar-feeds'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useLocale, useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { ApiError } from '../../lib/api-error.ts'
import { formatInstant, formatRelative } from '../../lib/format-time.ts'
import { ask, readAgain } from '../../lib/query.ts'
import { useOfficeZone } from '../../lib/use-office-zone.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import classes from '../holidays/holidays.module.css'
import { feedStrings } from './feed.strings.ts'
import { NewAddress } from './new-address.tsx'
import { RevokeDialog } from './revoke-dialog.tsx'

const FeedRow = ({ feed, onRevoke }: { feed: CalendarFeed; onRevoke: () => void }) => {
  const t = useT(feedStrings)
  const locale = useLocale()
  const zone = useOfficeZone()
  const created = formatInstant(feed.createdAt, zone, locale)
  const read = feed.lastReadAt
  return (
    <li className={classes.feed}>
      <span className={classes.name}>
        {t('created', { time: created })}
        <Text c="dimmed" size="xs" component="span">
          {read
            ? t('lastRead', {
                time:
                  formatRelative(read, zone, locale, Date.now()) ??
                  formatInstant(read, zone, locale),
              })
            : t('neverRead')}
        </Text>
      </span>
      <Button
        variant="default"
        size="xs"
        aria-label={t('revokeOne', { time: created })}
        onClick={onRevoke}
      >
        {t('revoke')}
      </Button>
    </li>
  )
}

/** The user's own subscriptions of the office's sessions in another calendar. */
export const FeedsPage = () => {
  const t = useT(feedStrings)
  const cache = useQueryClient()
  const createButton = useRef<HTMLButtonElement>(null)
  const [creating, setCreating] = useState(false)
  const [revoking, setRevoking] = useState<CalendarFeed>()
  const { data, error, refetch } = useQuery(ask(calendarFeedsApi.list))
  const create = useMutation({
    mutationFn: () => call(calendarFeedsApi.create, undefined),
    onSuccess: () => void readAgain(cache, 'calendar-feeds'),
  })
  const start = () => {
    create.mutate()
    setCreating(true)
  }
  const close = () => setCreating(false)
  const full = create.error instanceof ApiError && create.error.code === 'full'
  return (
    <Stack gap="md" maw={720}>
      <Text>{t('intro')}</Text>
      <Text c="dimmed">{t('secret')}</Text>
      <Button
        ref={createButton}
        w="fit-content"
        leftSection={<Icon name="plus" size={18} />}
        onClick={start}
      >
        {t('create')}
      </Button>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={2} />}
      {data?.items.length === 0 && (
        <EmptyState icon="calendar" title={t('empty')} text={t('emptyText')} />
      )}
      {data && data.items.length > 0 && (
        <section>
          <Title order={2}>{t('list')}</Title>
          <ul className={classes.days}>
            {data.items.map((feed) => (
              <FeedRow key={feed.id} feed={feed} onRevoke={() => setRevoking(feed)} />
            ))}
          </ul>
        </section>
      )}
      <SidePanel opened={creating} onClose={close} title={t('address.title')}>
        {create.isPending && <SkeletonRows rows={3} />}
        {full && <Text role="alert">{t('address.full')}</Text>}
        {create.error && !full && <ErrorNotice error={create.error} onRetry={start} />}
        {create.data && <NewAddress url={create.data.url} onDone={close} />}
      </SidePanel>
      <RevokeDialog
        feed={revoking}
        onClose={() => setRevoking(undefined)}
        focusNext={() => createButton.current?.focus()}
      />
    </Stack>
  )
}
