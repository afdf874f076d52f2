import { Anchor } from '@mantine/core'
import type { Session } from '@ngopi/shared/sessions'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useT } from '../../i18n.tsx'
import { Time, TimeRange } from '../../lib/time.tsx'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/link.tsx'
import { answersStrings } from '../invitations/answers.strings.ts'
import { seriesOptions } from '../series/series-api.ts'
import { guestStrings } from '../sessions/guest.strings.ts'
import { useReminderFact } from '../sessions/reminder-facts.ts'
import classes from '../sessions/sessions.module.css'
import { sessionsStrings } from '../sessions/sessions.strings.ts'

const SeriesLink = ({ id }: { id: string }) => {
  const t = useT(sessionsStrings)
  const { data } = useQuery(seriesOptions(id))
  return <AppLink to={paths.series(id)}>{data?.title ?? t('series')}</AppLink>
}

/** When, where, how many, until when, of which series. */
export const SessionFacts = ({ session }: { session: Session }) => {
  const t = useT(sessionsStrings)
  const answers = useT(answersStrings)
  const guests = useT(guestStrings)
  const reminders = useReminderFact()(session.reminders)
  const closesAtStart = Date.parse(session.rsvpClosesAt) === Date.parse(session.startsAt)
  const facts: [label: string, value: ReactNode][] = [
    [t('summary.when'), <TimeRange key="when" session={session} />],
    [
      t('summary.where'),
      <span key="where">
        {session.venue}
        {session.mapUrl && (
          <Anchor display="block" href={session.mapUrl} target="_blank" rel="noreferrer">
            {t('summary.map')}
          </Anchor>
        )}
      </span>,
    ],
    [
      t('summary.seats'),
      [
        session.capacity === null
          ? t('summary.seatsUnlimited', { taken: session.seatsTaken })
          : t('summary.seatsTaken', { taken: session.seatsTaken, capacity: session.capacity }),
        session.headcount > session.seatsTaken && answers('people', { count: session.headcount }),
      ]
        .filter(Boolean)
        .join(' · '),
    ],
    [
      t('summary.closes'),
      closesAtStart ? (
        t('summary.closesAtStart')
      ) : (
        <Time key="closes" at={session.rsvpClosesAt} zone={session.timeZone} />
      ),
    ],
  ]
  if (session.seatsPerOutlet) facts.push([guests('seatsPerOutlet'), session.seatsPerOutlet])
  if (reminders) facts.push([guests('reminders'), reminders])
  if (session.seriesId) facts.push([t('series'), <SeriesLink key="series" id={session.seriesId} />])
  if (session.entryNote) facts.push([t('summary.entryNote'), session.entryNote])
  if (session.description) facts.push([t('summary.description'), session.description])
  return (
    <dl className={classes.facts}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
