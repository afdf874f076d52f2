import { Button, Text, Title } from '@mantine/core'
import type { Series } from '@ngopi/shared/series'
import type { SessionListItem } from '@ngopi/shared/sessions'
import { useState } from 'react'
import { useT } from '../../i18n.tsx'
import { TimeRange } from '../../lib/time.tsx'
import { paths } from '../../paths.ts'
import { DateBlock } from '../../ui/date-block.tsx'
import { AppLink } from '../../ui/link.tsx'
import { StatusMark } from '../../ui/marks.tsx'
import { MiniAnswers } from '../sessions/mini-answers.tsx'
import classes from './series.module.css'
import { seriesStrings } from './series.strings.ts'
import { SeriesDecision } from './series-decision.tsx'
import { ExceptionMarks } from './series-marks.tsx'

const firstShown = 12

const SessionRow = ({ session, series }: { session: SessionListItem; series: Series }) => (
  <div className={classes.row}>
    <DateBlock at={session.startsAt} zone={session.timeZone} />
    <div className={classes.rowText}>
      <AppLink
        to={paths.session(session.id)}
        className={classes.name}
        c="var(--mantine-color-text)"
      >
        {session.title}
      </AppLink>
      <span className={classes.quiet}>
        <TimeRange session={session} withDay={false} />
        {session.venue !== series.venue && ` · ${session.venue}`}
      </span>
      <span className={classes.exceptions}>
        <ExceptionMarks session={session} series={series} />
      </span>
    </div>
    <div className={classes.rowAnswers}>
      <MiniAnswers counts={session.answers} />
    </div>
    <div className={classes.rowStatus}>
      <StatusMark status={session.status} />
    </div>
  </div>
)

/** Sessions whose day the series no longer names: an officer says what becomes of each. */
export const UndecidedSessions = ({
  series,
  sessions,
  mayEdit,
}: {
  series: Series
  sessions: readonly SessionListItem[]
  mayEdit: boolean
}) => {
  const t = useT(seriesStrings)
  if (sessions.length === 0) return null
  return (
    <section className={classes.section}>
      <Title order={2}>{t('decide.title')}</Title>
      <Text c="dimmed" mb="xs">
        {t('decide.text')}
      </Text>
      <ul className={classes.rows}>
        {sessions.map((session) => (
          <li key={session.id}>
            <SessionRow session={session} series={series} />
            {mayEdit && (
              <div className={classes.decision}>
                <SeriesDecision session={session} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The sessions to come, with their answers and what sets one apart from the others. */
export const ComingSessions = ({
  series,
  sessions,
}: {
  series: Series
  sessions: readonly SessionListItem[]
}) => {
  const t = useT(seriesStrings)
  const [all, setAll] = useState(false)
  const shown = all ? sessions : sessions.slice(0, firstShown)
  return (
    <section className={classes.section}>
      <Title order={2} mb="xs">
        {t('page.coming')}
      </Title>
      {sessions.length === 0 && <Text c="dimmed">{t('page.noneComing')}</Text>}
      <ul className={classes.rows}>
        {shown.map((session) => (
          <li key={session.id}>
            <SessionRow session={session} series={series} />
          </li>
        ))}
      </ul>
      {sessions.length > shown.length && (
        <Button variant="default" mt="sm" onClick={() => setAll(true)}>
          {t('page.showAll', { n: sessions.length })}
        </Button>
      )}
    </section>
  )
}
