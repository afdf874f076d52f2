import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '../i18n.tsx'
import { formStrings } from '../lib/form.strings.ts'
import { clockTimeIn } from './clock-time.ts'
import { useTypedValue } from './use-typed-value.ts'

interface TimeFieldProps {
  label: string
  /** `HH:MM`, empty while there is none. */
  value: string
  onChange: (value: string) => void
  error?: ReactNode
  /** Whether it must be filled. */
  required?: boolean
}

/**
 * A time of day, typed as people write it. The browser's own field would show AM and PM to whoever
 * runs an English system, under Indonesian words.
 */
export const TimeField = ({ label, value, onChange, error, required = true }: TimeFieldProps) => {
  const t = useT(formStrings)
  const { props, problem, commit } = useTypedValue({
    value,
    onChange,
    show: (time) => time.replace(':', '.'),
    read: clockTimeIn,
    problem: t('field.unreadTime'),
  })
  return (
    <TextInput
      {...props}
      label={label}
      withAsterisk={required}
      inputMode="numeric"
      placeholder="09.00"
      maxLength={20}
      error={problem ?? error}
      // Enter saves the form before the field is left.
      onKeyDown={(press) => press.key === 'Enter' && commit()}
    />
  )
}
