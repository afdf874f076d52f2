import { Text } from '@mantine/core'
import type { Session } from '@ngopi/shared/sessions'
import { useLocale, useT } from '../../i18n.tsx'
import { formatClock } from '../../lib/format-time.ts'
import { agendaTimes } from './agenda-times.ts'
import { sessionsMessages } from './messages.ts'
import classes from './sessions.module.css'

/** The programme with the clock of each item, as far as the lengths before it are known. */
export const AgendaList = ({ session }: { session: Session }) => {
  const t = useT(sessionsMessages)
  const locale = useLocale()
  const start = Date.parse(session.startsAt)
  const times = agendaTimes(session.agenda, (Date.parse(session.endsAt) - start) / 60_000)
  const rows = session.agenda.map((item, index) => {
    const begins = times[index]?.begins
    return {
      ...item,
      at: begins === undefined ? undefined : new Date(start + begins * 60_000).toISOString(),
      key: `${index} ${item.title}`,
    }
  })
  return (
    <ol className={classes.agenda}>
      {rows.map((item) => (
        <li key={item.key}>
          <Text c="dimmed" component="span">
            {item.at && formatClock(item.at, session.timeZone, locale).split(' ')[0]}
          </Text>
          <span>
            {item.title}
            {item.speaker && (
              <Text c="dimmed" size="xs">
                {item.speaker}
              </Text>
            )}
          </span>
          <Text c="dimmed" size="xs" component="span">
            {item.minutes !== null && t('summary.minutes', { minutes: item.minutes })}
          </Text>
        </li>
      ))}
    </ol>
  )
}
