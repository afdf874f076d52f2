import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { clockTimeIn } from './clock-time.ts'

interface TimeFieldProps {
  label: string
  /** `HH:MM`, or what was typed while it is no time yet. */
  value: string
  onChange: (value: string) => void
  error?: ReactNode
}

/**
 * A time of day, typed as people write it. The browser's own field would show AM and PM to whoever
 * runs an English system, under Indonesian words.
 */
export const TimeField = ({ label, value, onChange, error }: TimeFieldProps) => {
  const [typed, setTyped] = useState(value.replace(':', '.'))
  const [known, setKnown] = useState(value)
  if (value !== known) {
    setKnown(value)
    setTyped(value.replace(':', '.'))
  }
  const commit = () => {
    const time = clockTimeIn(typed) ?? ''
    setKnown(time)
    setTyped(time ? time.replace(':', '.') : typed)
    onChange(time)
  }
  return (
    <TextInput
      label={label}
      withAsterisk
      inputMode="numeric"
      autoComplete="off"
      placeholder="09.00"
      maxLength={5}
      value={typed}
      error={error}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={commit}
      // Enter saves the form before the field is left.
      onKeyDown={(press) => press.key === 'Enter' && commit()}
    />
  )
}
