import { Button } from '@mantine/core'
import { commitmentsApi } from '@ngopi/shared/commitments'
import { useInfiniteQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { askPages } from '../../lib/query.ts'
import { oneOf, text, useSearchParams } from '../../lib/search-params.ts'
import { useUser } from '../../lib/use-session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import entry from '../../ui/entry-list.module.css'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { sessionsStrings } from '../sessions/sessions.strings.ts'
import { SessionsTabs } from '../sessions/sessions-tabs.tsx'
import { commitmentStrings } from './commitment.strings.ts'
import { CommitmentItem } from './commitment-item.tsx'
import { OutcomeForm, TellPanel } from './commitment-panels.tsx'

const EditCommitmentForm = lazy(() =>
  import('./commitment-form.tsx').then((module) => ({ default: module.EditCommitmentForm })),
)

const parts = ['open', 'overdue', 'mine', 'settled'] as const
const spec = { q: text, bagian: oneOf(parts), ubah: text, hasil: text, sampaikan: text }

/** What the office promised to the press, the next due first. */
export const CommitmentsPage = () => {
  const t = useT(commitmentStrings)
  const common = useT(commonStrings)
  const sessions = useT(sessionsStrings)
  const user = useUser()
  const [filters, setFilters] = useSearchParams(spec)
  const part = filters.bagian ?? 'open'
  const list = useInfiniteQuery(
    askPages(commitmentsApi.list, {
      query: {
        q: filters.q || undefined,
        limit: 50,
        ...(part === 'settled'
          ? { state: ['kept', 'dropped'], sort: '-dueOn' }
          : { state: ['open'] }),
        ...(part === 'overdue' && { overdue: 'true' }),
        ...(part === 'mine' && { ownerId: user.id }),
      },
    }),
  )
  const commitments = list.data?.pages.flatMap(({ items }) => items) ?? []
  const edited = commitments.find(({ id }) => id === filters.ubah)
  const settled = commitments.find(({ id }) => id === filters.hasil)
  const toNotify = commitments.find(({ id }) => id === filters.sampaikan)
  return (
    <>
      <PageTitle title={sessions('title')} />
      <SessionsTabs />
      <FilterBar
        search={{ value: filters.q, onChange: (q) => setFilters({ q }), label: t('search') }}
        segments={{
          label: t('parts'),
          value: part,
          options: parts.map((value) => ({ value, label: t(`part.${value}`) })),
          onChange: (value) =>
            setFilters({ bagian: parts.find((one) => one === value && one !== 'open') }),
        }}
      />
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <SkeletonRows rows={5} height={88} />}
      {list.data && commitments.length === 0 && (
        <EmptyState icon="check" title={t('empty')} text={t('emptyText')} />
      )}
      {commitments.length > 0 && (
        <ol className={entry.list} aria-label={t('title')}>
          {commitments.map((one) => (
            <CommitmentItem
              key={one.id}
              commitment={one}
              onEdit={() => setFilters({ ubah: one.id }, { push: true })}
              onSettle={() => setFilters({ hasil: one.id }, { push: true })}
              onTell={() => setFilters({ sampaikan: one.id }, { push: true })}
            />
          ))}
        </ol>
      )}
      {list.hasNextPage && (
        <Button
          variant="default"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {common('more')}
        </Button>
      )}
      <SidePanel
        opened={edited !== undefined}
        onClose={() => setFilters({ ubah: '' })}
        title={t('edit')}
      >
        {edited && (
          <Suspense fallback={<SkeletonRows rows={3} height={64} />}>
            <EditCommitmentForm
              key={edited.version}
              commitment={edited}
              onClose={() => setFilters({ ubah: '' })}
            />
          </Suspense>
        )}
      </SidePanel>
      <SidePanel
        opened={settled !== undefined}
        onClose={() => setFilters({ hasil: '' })}
        title={t('settleTitle')}
      >
        {settled && (
          <OutcomeForm
            key={settled.version}
            commitment={settled}
            onClose={() => setFilters({ hasil: '' })}
          />
        )}
      </SidePanel>
      <SidePanel
        opened={toNotify !== undefined}
        onClose={() => setFilters({ sampaikan: '' })}
        title={t('tellTitle')}
      >
        {toNotify && <TellPanel commitment={toNotify} />}
      </SidePanel>
    </>
  )
}
