import { Button, Group, Text, Title } from '@mantine/core'
import { journalistsApi } from '@ngopi/shared/journalists'
import type { Outlet } from '@ngopi/shared/outlets'
import { useInfiniteQuery } from '@tanstack/react-query'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { phoneText } from '../../lib/phone-text.ts'
import { askPages } from '../../lib/query.ts'
import { useMay } from '../../lib/use-session.ts'
import { paths } from '../../paths.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { AppLink } from '../../ui/link.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { outletStrings } from '../partner-forms/outlet.strings.ts'
import classes from '../partner-forms/partners.module.css'
import { nameWithTitles } from './journalist-name.ts'
import { JournalistMarks } from './partner-marks.tsx'

interface OutletJournalistsProps {
  outlet: Outlet
  onAdd: () => void
}

/** Who works at an outlet. */
export const OutletJournalists = ({ outlet, onAdd }: OutletJournalistsProps) => {
  const t = useT(outletStrings)
  const common = useT(commonStrings)
  const mayAdd = useMay(journalistsApi.create)
  const list = useInfiniteQuery(
    askPages(journalistsApi.list, { query: { outletId: outlet.id, limit: 25 } }),
  )
  const journalists = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section aria-labelledby="wartawan">
      <Group justify="space-between" mb="xs">
        <Title order={2} id="wartawan">
          {t('journalists')}
        </Title>
        {mayAdd && !outlet.archivedAt && (
          <Button
            size="xs"
            variant="default"
            leftSection={<Icon name="plus" size={16} />}
            onClick={onAdd}
          >
            {t('addJournalist')}
          </Button>
        )}
      </Group>
      {list.isPending && <SkeletonRows rows={3} />}
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && journalists.length === 0 && <Text c="dimmed">{t('noJournalists')}</Text>}
      <ul className={classes.rows}>
        {journalists.map((journalist) => (
          <li key={journalist.id}>
            <div>
              <span className={classes.named}>
                <AppLink to={paths.journalist(journalist.id)}>{nameWithTitles(journalist)}</AppLink>
                <JournalistMarks journalist={journalist} />
              </span>
              {journalist.primaryOutlet?.id === outlet.id && journalist.primaryOutlet.position && (
                <Text c="dimmed" size="xs">
                  {journalist.primaryOutlet.position}
                </Text>
              )}
            </div>
            <Text c="dimmed" className={classes.number}>
              {journalist.phone && phoneText(journalist.phone)}
            </Text>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button
          mt="sm"
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
