import { Alert, List } from '@mantine/core'
import { type CalendarWarning, holidaysApi } from '@ngopi/shared/holidays'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { ask } from '../../lib/query.ts'
import { Icon } from '../../ui/icon.tsx'
import { calendarStrings } from './calendar.strings.ts'

/** A warning in words: "Hari libur: Idul Fitri (perkiraan)". */
export const useWarningText = () => {
  const t = useT(calendarStrings)
  return ({ kind, holiday, estimated }: CalendarWarning): string => {
    const what = holiday
      ? t(holiday.kind === 'joint_leave' ? 'warning.jointLeave' : 'warning.holiday', {
          name: holiday.name,
        })
      : t(kind === 'friday_prayer' ? 'warning.friday_prayer' : 'warning.ramadan_evening')
    return estimated ? t('warning.estimated', { what }) : what
  }
}

/** Why a day or time deserves a second look; nothing when there is nothing to say. */
export const CalendarWarnings = ({ warnings }: { warnings: readonly CalendarWarning[] }) => {
  const t = useT(calendarStrings)
  const textOf = useWarningText()
  if (warnings.length === 0) return null
  const texts = warnings.map(textOf)
  return (
    <Alert
      variant="light"
      color="yellow"
      p="8px 12px"
      icon={<Icon name="warning" />}
      role="status"
      aria-label={t('warning.label')}
    >
      {texts.length === 1 ? (
        texts[0]
      ) : (
        <List size="sm">
          {texts.map((text) => (
            <List.Item key={text}>{text}</List.Item>
          ))}
        </List>
      )}
    </Alert>
  )
}

interface WarningsAtProps {
  /** ISO instants; nothing is asked while they are missing or out of order. */
  startsAt: string | undefined
  endsAt: string | undefined
  timeZone: string
}

/** The same for a time that is still being chosen. */
export const WarningsAt = ({ startsAt = '', endsAt = '', timeZone }: WarningsAtProps) => {
  const complete = Date.parse(endsAt) > Date.parse(startsAt)
  const { data } = useQuery({
    ...ask(holidaysApi.warnings, { query: { startsAt, endsAt, timeZone } }),
    enabled: complete,
    placeholderData: keepPreviousData,
  })
  return complete ? <CalendarWarnings warnings={data?.warnings ?? []} /> : null
}
