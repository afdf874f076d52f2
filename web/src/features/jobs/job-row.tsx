import { Button, Group, Text } from '@mantine/core'
import type { Job } from '@ngopi/shared/jobs'
import { useT } from '../../i18n.tsx'
import { Time } from '../../lib/time.tsx'
import { useOfficeZone } from '../../lib/use-office-zone.ts'
import classes from './jobs.module.css'
import { jobsStrings } from './jobs.strings.ts'

interface JobRowProps {
  job: Job
  retrying: boolean
  onRetry: () => void
  onDiscard: () => void
}

const known = [
  'send_mail',
  'send_whatsapp',
  'send_reminders',
  'notify_guests',
  'make_paper',
] as const

/** What a job does, in words. */
const useTaskName = () => {
  const t = useT(jobsStrings)
  return (task: string) => {
    const name = known.find((one) => one === task)
    return name ? t(`task.${name}`) : t('task.other', { task })
  }
}

/** When it is done next, or that it is being done. */
const JobTime = ({ job }: { job: Job }) => {
  const t = useT(jobsStrings)
  const zone = useOfficeZone()
  if (job.state === 'running') return t('running')
  if (job.state === 'failed')
    return t.rich('since', { at: () => <Time at={job.createdAt} zone={zone} relative /> })
  if (Date.parse(job.runAt) <= Date.now()) return t('due')
  return t.rich('next', { at: () => <Time at={job.runAt} zone={zone} relative /> })
}

/** One piece of work: for whom, what went wrong, what can be done about it. */
export const JobRow = ({ job, retrying, onRetry, onDiscard }: JobRowProps) => {
  const t = useT(jobsStrings)
  const task = useTaskName()(job.task)
  const name = job.about ?? task
  const tried = job.state === 'failed' || job.state === 'retrying'
  return (
    <li className={classes.job}>
      <div>
        <Text className={classes.about}>{name}</Text>
        {tried && job.error && (
          <Text size="sm" className={classes.error}>
            {job.error}
          </Text>
        )}
        <Text c="dimmed" size="xs" component="div">
          {job.about && `${task} · `}
          {tried && `${t('attempts', { count: job.attempts, max: job.maxAttempts })} · `}
          <JobTime job={job} />
        </Text>
      </div>
      {job.state !== 'running' && (
        <Group gap="xs">
          {tried && (
            <Button
              variant="default"
              size="xs"
              loading={retrying}
              aria-label={t('retryName', { name })}
              onClick={onRetry}
            >
              {t('retry')}
            </Button>
          )}
          <Button
            variant="subtle"
            color="gray"
            size="xs"
            aria-label={t('discardName', { name })}
            onClick={onDiscard}
          >
            {t('discard')}
          </Button>
        </Group>
      )}
    </li>
  )
}
