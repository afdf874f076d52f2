import { Skeleton, Text, Title } from '@mantine/core'
import type { SessionFunnel } from '@ngopi/shared/reports'
import { lazy, Suspense } from 'react'
import { useT } from '../../i18n.tsx'
import { reportsStrings } from './reports.strings.ts'

// The charts weigh more than the rest of the page; the numbers need not wait for them.
const SessionLines = lazy(() =>
  import('./line-chart.tsx').then((module) => ({ default: module.SessionLines })),
)

interface OverTimeProps {
  /** Oldest first. */
  sessions: readonly SessionFunnel[]
  /** A line through sessions of several offices would show a course that nobody took. */
  severalOffices: boolean
}

/** How it went from session to session, in one office. */
export const OverTime = ({ sessions, severalOffices }: OverTimeProps) => {
  const t = useT(reportsStrings)
  const drawn = sessions.length > 1 && !severalOffices
  return (
    <section aria-labelledby="waktu">
      <Title order={2} id="waktu">
        {t('overTime')}
      </Title>
      <Text c="dimmed" mt={4} mb={12}>
        {t(severalOffices ? 'oneOffice' : drawn ? 'overTimeText' : 'tooFew')}
      </Text>
      {drawn && (
        <Suspense fallback={<Skeleton height={280} />}>
          <SessionLines sessions={sessions} />
        </Suspense>
      )}
    </section>
  )
}
