import { Group, Pill } from '@mantine/core'
import type { ReactNode } from 'react'
import { commonStrings } from '../common.strings.ts'
import { useLocale, useT } from '../i18n.tsx'
import { formatDay } from '../lib/format-time.ts'
import { DayField } from './day-field.tsx'

interface DaysFieldProps {
  label: string
  description: string
  placeholder: string
  /** `YYYY-MM-DD` */
  value: string[]
  onChange: (days: string[]) => void
  error?: ReactNode
}

/** Some single days, typed or chosen one after another. */
export const DaysField = ({ value, onChange, ...field }: DaysFieldProps) => {
  const t = useT(commonStrings)
  const locale = useLocale()
  return (
    <div>
      <DayField
        {...field}
        required={false}
        lean="future"
        // Each day goes into the list below and leaves the field empty for the next.
        key={value.join()}
        value=""
        onChange={(day) => day && onChange([...new Set([...value, day])].sort())}
      />
      {value.length > 0 && (
        <Group gap={6} mt={8} role="list" aria-label={field.label}>
          {value.map((day) => (
            <Pill
              key={day}
              role="listitem"
              size="md"
              withRemoveButton
              removeButtonProps={{
                tabIndex: 0,
                'aria-hidden': false,
                'aria-label': t('removeDay', { day: formatDay(day, locale) }),
              }}
              onRemove={() => onChange(value.filter((one) => one !== day))}
            >
              {formatDay(day, locale)}
            </Pill>
          ))}
        </Group>
      )}
    </div>
  )
}
