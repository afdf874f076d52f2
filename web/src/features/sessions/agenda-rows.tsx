import { Text } from '@mantine/core'
import type { Session } from '@ngopi/shared/sessions'
import { useT } from '../../i18n.tsx'
import classes from './sessions.module.css'
import { sessionsStrings } from './sessions.strings.ts'

type AgendaItem = Session['agenda'][number]

/** A programme; `clocks` has for each item the clock it begins at, as far as that is known. */
export const AgendaRows = ({
  agenda,
  clocks,
}: {
  agenda: readonly AgendaItem[]
  clocks: readonly (string | undefined)[]
}) => {
  const t = useT(sessionsStrings)
  const rows = agenda.map((item, index) => ({
    ...item,
    at: clocks[index],
    key: `${index} ${item.title}`,
  }))
  return (
    <ol className={classes.agenda}>
      {rows.map((item) => (
        <li key={item.key}>
          <Text c="dimmed" component="span">
            {item.at}
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
