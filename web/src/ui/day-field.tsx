import '@mantine/dates/styles.css'
import 'dayjs/locale/id'
import { ActionIcon, type MantineSize, Popover, TextInput } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { commonStrings } from '../common.strings.ts'
import { useLocale, useT } from '../i18n.tsx'
import { formStrings } from '../lib/form.strings.ts'
import { dayIn, formatDay } from '../lib/format-time.ts'
import { isDay, type Lean, readDay } from '../lib/read-day.ts'
import { useOfficeZone } from '../lib/use-office-zone.ts'
import { Icon } from './icon.tsx'
import { useTypedValue } from './use-typed-value.ts'

interface DayFieldProps {
  label: string
  /** `YYYY-MM-DD`, empty while none is chosen. */
  value?: string
  onChange: (value: string) => void
  error?: ReactNode
  description?: string
  placeholder?: string
  /** Has the focus when the dialog around it opens. */
  focused?: boolean
  /** Whether it must be filled. */
  required?: boolean
  /** Which year a day without one is in. */
  lean?: Lean
  size?: MantineSize
  /** Writes month and weekday short, for a place that is narrow. */
  short?: boolean
}

interface MonthProps {
  value: string
  today: string
  label: string
  onPick: (day: string) => void
}

/** A month whose weeks begin on Monday; has the focus as soon as it is there. */
const Month = ({ value, today, label, onPick }: MonthProps) => {
  const t = useT(commonStrings)
  const month = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const day = ['button[data-selected]', 'button[data-today]', 'td button'].reduce<
      HTMLElement | null | undefined
    >((found, wanted) => found ?? month.current?.querySelector<HTMLElement>(wanted), null)
    day?.focus({ preventScroll: true })
  }, [])
  return (
    <DatePicker
      ref={month}
      aria-label={label}
      locale={useLocale()}
      firstDayOfWeek={1}
      hideOutsideDates
      highlightToday
      weekendDays={[]}
      ariaLabels={{ previousMonth: t('previousMonth'), nextMonth: t('nextMonth') }}
      // Esc puts the calendar away, not the dialog around the field.
      __stopPropagation
      defaultDate={isDay(value) ? value : today}
      value={isDay(value) ? value : null}
      onChange={(day) => day && onPick(day)}
    />
  )
}

/** A day, typed as people write it or chosen from a calendar, then shown with its weekday. */
export const DayField = ({
  label,
  value = '',
  onChange,
  error,
  description,
  placeholder,
  focused = false,
  required = true,
  lean = 'near',
  size = 'md',
  short = false,
}: DayFieldProps) => {
  const t = useT(commonStrings)
  const form = useT(formStrings)
  const locale = useLocale()
  const today = dayIn(new Date().toISOString(), useOfficeZone())
  const [opened, setOpened] = useState(false)
  const { input, props, problem, commit, choose } = useTypedValue({
    value,
    onChange,
    show: (day) => (isDay(day) ? formatDay(day, locale, { long: !short }) : day),
    read: (typed) => readDay(typed, today, lean),
    problem: form('field.unreadDay'),
  })
  const close = () => {
    setOpened(false)
    input.current?.focus()
  }
  return (
    <Popover
      opened={opened}
      onChange={(open) => !open && setOpened(false)}
      position="bottom-start"
      withRoles={false}
    >
      <Popover.Target>
        <TextInput
          {...props}
          label={label}
          description={description}
          size={size}
          withAsterisk={required}
          placeholder={placeholder ?? t('dayExample')}
          maxLength={60}
          error={problem ?? error}
          data-autofocus={focused || undefined}
          onFocus={(event) => event.currentTarget.select()}
          onKeyDown={(press) => {
            // Enter saves the form before the field is left.
            if (press.key === 'Enter') commit()
            if (press.key !== 'ArrowDown') return
            press.preventDefault()
            commit()
            setOpened(true)
          }}
          rightSection={
            <ActionIcon
              variant="subtle"
              color="gray"
              // The arrow key opens it as well, so that Tab goes on to the next field.
              tabIndex={-1}
              aria-label={t('openCalendar', { field: label })}
              aria-expanded={opened}
              onClick={() => setOpened(!opened)}
            >
              <Icon name="calendar" size={18} />
            </ActionIcon>
          }
        />
      </Popover.Target>
      <Popover.Dropdown
        role="dialog"
        aria-label={t('openCalendar', { field: label })}
        onKeyDown={(press) => {
          if (press.key !== 'Escape') return
          press.stopPropagation()
          close()
        }}
      >
        <Month
          value={value}
          today={today}
          label={label}
          onPick={(day) => {
            choose(day)
            close()
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
