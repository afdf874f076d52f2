import '@mantine/dates/styles.css'
import 'dayjs/locale/id'
import { DatePickerInput } from '@mantine/dates'
import { type ReactNode, useId } from 'react'
import { commonMessages } from '../common-messages.ts'
import { useLocale, useT } from '../i18n.tsx'
import classes from './day-field.module.css'
import { Icon } from './icon.tsx'

interface DayFieldProps {
  label: string
  /** `YYYY-MM-DD`, empty while none is chosen. */
  value: string
  onChange: (value: string) => void
  error?: ReactNode
  /** Has the focus when the dialog around it opens. */
  focused?: boolean
}

/** A day, chosen from a calendar whose weeks begin on Monday, with its weekday written out. */
export const DayField = ({ label, value, onChange, error, focused = false }: DayFieldProps) => {
  const t = useT(commonMessages)
  const id = useId()
  return (
    <DatePickerInput
      // The calendar takes its name from the element with the id it is given, so that is never empty.
      id={id}
      popoverProps={{ id }}
      size="md"
      withAsterisk
      placeholder={t('chooseDay')}
      label={label}
      locale={useLocale()}
      firstDayOfWeek={1}
      hideOutsideDates
      weekendDays={[]}
      valueFormat="dddd, D MMMM YYYY"
      ariaLabels={{ previousMonth: t('previousMonth'), nextMonth: t('nextMonth') }}
      leftSection={<Icon name="calendar" size={18} />}
      classNames={{ placeholder: classes.placeholder }}
      value={value || null}
      onChange={(day) => onChange(day ?? '')}
      error={error}
      data-autofocus={focused || undefined}
    />
  )
}
