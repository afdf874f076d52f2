import { Stack, Text, Title } from '@mantine/core'
import { type Job, jobsApi } from '@ngopi/shared/jobs'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { ask, readAgain } from '../../lib/query.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { errorToast, toast } from '../../ui/toast.tsx'
import { DiscardDialog } from './discard-dialog.tsx'
import { JobRow } from './job-row.tsx'
import classes from './jobs.module.css'
import { jobsStrings } from './jobs.strings.ts'

/** Work comes and goes by itself; the list follows while it is looked at. */
const refreshEvery = 5_000

const groups = [
  { name: 'failed', states: ['failed'] },
  { name: 'retrying', states: ['retrying'] },
  { name: 'waiting', states: ['running', 'waiting'] },
] as const

/** What the office's work in the background waits for, and what went wrong with it. */
export const JobsPage = () => {
  const t = useT(jobsStrings)
  const cache = useQueryClient()
  const [discarding, setDiscarding] = useState<Job>()
  const { data, error, refetch } = useQuery({
    ...ask(jobsApi.list),
    refetchInterval: refreshEvery,
  })
  const retry = useMutation({
    mutationFn: (id: string) => call(jobsApi.retry, { params: { id } }),
    onSuccess: () => void toast(t('retried')),
    onError: (failure) => void errorToast(failure),
    onSettled: () => readAgain(cache, 'jobs'),
  })
  return (
    <Stack gap="xl" mt="lg" maw={880}>
      <Text c="dimmed">{t('intro')}</Text>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={4} height={56} />}
      {data?.items.length === 0 && (
        <EmptyState icon="check" title={t('empty')} text={t('emptyText')} />
      )}
      {data &&
        groups.map(({ name, states }) => {
          const jobs = data.items.filter(({ state }) => states.some((known) => known === state))
          if (jobs.length === 0) return null
          const running = jobs.filter(({ state }) => state === 'running').length
          const hidden = data.counts[name] + running - jobs.length
          return (
            <section key={name}>
              <Title order={2}>{t(name)}</Title>
              {name === 'failed' && <Text c="dimmed">{t('failedText')}</Text>}
              <ul className={classes.jobs}>
                {jobs.map((job) => (
                  <JobRow
                    key={job.id}
                    job={job}
                    retrying={retry.isPending && retry.variables === job.id}
                    onRetry={() => retry.mutate(job.id)}
                    onDiscard={() => setDiscarding(job)}
                  />
                ))}
              </ul>
              {hidden > 0 && <Text c="dimmed">{t('more', { count: hidden })}</Text>}
            </section>
          )
        })}
      <DiscardDialog job={discarding} onClose={() => setDiscarding(undefined)} />
    </Stack>
  )
}
