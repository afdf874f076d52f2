import { Anchor, Text } from '@mantine/core'
import type { Series } from '@ngopi/shared/series'
import type { ReactNode } from 'react'
import { useLocale, useT } from '../../i18n.tsx'
import { formatDay, formatTimeOfDay } from '../../lib/format-time.ts'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/link.tsx'
import { agendaTimes, clockAt } from '../programme/agenda-times.ts'
import { readRule } from '../recurrence/rule-values.ts'
import { listed } from '../recurrence/rule-words.ts'
import { AgendaRows } from '../sessions/agenda-rows.tsx'
import { guestStrings } from '../sessions/guest.strings.ts'
import { useReminderFact } from '../sessions/reminder-facts.ts'
import sessionClasses from '../sessions/sessions.module.css'
import { sessionsStrings } from '../sessions/sessions.strings.ts'
import classes from './series.module.css'
import { seriesStrings } from './series.strings.ts'
import { inUnits } from './series-values.ts'

/** What every new session of the series begins with. */
export const SeriesAgenda = ({ series }: { series: Series }) => {
  const t = useT(seriesStrings)
  const locale = useLocale()
  if (series.agenda.length === 0) return <Text c="dimmed">{t('page.noAgenda')}</Text>
  const clocks = agendaTimes(series.agenda, series.durationMinutes).map(({ begins }) => {
    const at = clockAt(begins, series.startTime)
    return at && formatTimeOfDay(at, locale)
  })
  return <AgendaRows agenda={series.agenda} clocks={clocks} />
}

/** Where, how many, until when, and what the series does besides its rule. */
export const SeriesFacts = ({ series }: { series: Series }) => {
  const t = useT(seriesStrings)
  const session = useT(sessionsStrings)
  const guests = useT(guestStrings)
  const reminders = useReminderFact()(series.reminders)
  const locale = useLocale()
  const days = (dates: readonly string[]) =>
    listed(
      dates.map((day) => formatDay(day, locale)),
      locale,
    )
  const closes = series.answerDeadlineMinutes && inUnits(series.answerDeadlineMinutes)
  const foreign = readRule(series.rrule, series).repeat === 'other'
  const half = (other: { id: string; title: string }) => (
    <AppLink to={paths.series(other.id)}>{other.title}</AppLink>
  )
  const facts: [label: string, value: ReactNode, shown?: boolean][] = [
    [t('facts.previous'), series.previous && half(series.previous), series.previous !== null],
    [t('facts.next'), series.next && half(series.next), series.next !== null],
    [
      t('facts.foreign'),
      <code key="rule" className={classes.foreign}>
        {series.rrule}
      </code>,
      foreign,
    ],
    [
      session('summary.where'),
      <span key="where">
        {series.venue}
        {series.mapUrl && (
          <Anchor display="block" href={series.mapUrl} target="_blank" rel="noreferrer">
            {session('summary.map')}
          </Anchor>
        )}
      </span>,
    ],
    [session('form.capacity'), series.capacity ?? t('facts.unlimited')],
    [
      session('summary.closes'),
      closes
        ? t(`facts.before.${closes.unit}`, { n: closes.amount })
        : session('summary.closesAtStart'),
    ],
    [guests('seatsPerOutlet'), series.seatsPerOutlet, series.seatsPerOutlet !== null],
    [guests('reminders'), reminders, reminders !== null],
    [t('facts.holidays'), t(`holidays.${series.holidayPolicy}`)],
    [t('form.extraDates'), days(series.extraDates), series.extraDates.length > 0],
    [t('form.skippedDates'), days(series.skippedDates), series.skippedDates.length > 0],
    [t('facts.since'), formatDay(series.startsOn, locale)],
    [
      t('facts.plannedUntil'),
      series.plannedUntil && formatDay(series.plannedUntil, locale),
      series.plannedUntil !== null,
    ],
    [session('summary.entryNote'), series.entryNote, series.entryNote !== null],
    [session('summary.description'), series.description, series.description !== null],
  ]
  return (
    <dl className={sessionClasses.facts}>
      {facts
        .filter(([, , shown = true]) => shown)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
