import '@mantine/dates/styles.css'
import 'dayjs/locale/id'
import { DatePickerInput } from '@mantine/dates'
import { type ReactNode, useId } from 'react'
import { commonMessages } from '../common-messages.ts'
import { useLocale, useT } from '../i18n.tsx'
import classes from './day-field.module.css'
import { Icon } from './icon.tsx'

interface DaysFieldProps {
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
export const DaysField = ({ value, onChange, clearLabel, ...props }: DaysFieldProps) => {
  const t = useT(commonMessages)
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
      ariaLabels={{ previousMonth: t('previousMonth'), nextMonth: t('nextMonth') }}
      leftSection={<Icon name="calendar" size={18} />}
      clearable
      clearButtonProps={{ 'aria-label': clearLabel }}
      classNames={{ placeholder: classes.placeholder }}
      value={value}
      onChange={(days) => onChange([...days].sort())}
    />
  )
}
