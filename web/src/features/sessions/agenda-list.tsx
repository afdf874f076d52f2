import { Text } from '@mantine/core'
import type { Session } from '@ngopi/shared/sessions'
import { useLocale, useT } from '../../i18n.tsx'
import { formatClock } from '../../lib/format-time.ts'
import { sessionsMessages } from './messages.ts'
import classes from './sessions.module.css'

/** The programme with the hour of each item, as far as the minutes before it are known. */
export const AgendaList = ({ session }: { session: Session }) => {
  const t = useT(sessionsMessages)
  const locale = useLocale()
  let at: number | undefined = Date.parse(session.startsAt)
  const rows = session.agenda.map((item, index) => {
    const begins = at === undefined ? undefined : new Date(at).toISOString()
    at = at === undefined || item.minutes === null ? undefined : at + item.minutes * 60_000
    return { ...item, begins, key: `${index} ${item.title}` }
  })
  return (
    <ol className={classes.agenda}>
      {rows.map((item) => (
        <li key={item.key}>
          <Text c="dimmed" component="span">
            {item.begins && formatClock(item.begins, session.timeZone, locale).split(' ')[0]}
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
