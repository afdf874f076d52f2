import '@mantine/dates/styles.css'
import 'dayjs/locale/id'
import { DatePickerInput } from '@mantine/dates'
import { type ReactNode, useId } from 'react'
import { useLocale, useT } from '../../i18n.tsx'
import { Icon } from '../../ui/icon.tsx'
import { sessionsMessages } from './messages.ts'
import classes from './sessions.module.css'

interface DatesFieldProps {
  label: string
  description: string
  placeholder: string
  clearLabel: string
  /** `YYYY-MM-DD` */
  value: string[]
  onChange: (days: string[]) => void
  error?: ReactNode
}

/** Some single days, chosen from a calendar one after another. */
export const SeriesDatesField = ({ value, onChange, clearLabel, ...props }: DatesFieldProps) => {
  const t = useT(sessionsMessages)
  const id = useId()
  return (
    <DatePickerInput
      {...props}
      type="multiple"
      // The calendar takes its name from the element with the id it is given, so that is never empty.
      id={id}
      popoverProps={{ id }}
      size="md"
      locale={useLocale()}
      firstDayOfWeek={1}
      hideOutsideDates
      weekendDays={[]}
      valueFormat="D MMM YYYY"
      ariaLabels={{ previousMonth: t('form.previousMonth'), nextMonth: t('form.nextMonth') }}
      leftSection={<Icon name="calendar" size={18} />}
      clearable
      clearButtonProps={{ 'aria-label': clearLabel }}
      classNames={{ placeholder: classes.placeholder }}
      value={value}
      onChange={(days) => onChange([...days].sort())}
    />
  )
}
