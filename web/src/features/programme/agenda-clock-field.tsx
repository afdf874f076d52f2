import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useT } from '../../i18n.tsx'
import { clockTimeIn } from '../../ui/clock-time.ts'
import { agendaStrings } from './agenda.strings.ts'
import { clockAt, offsetOf } from './agenda-times.ts'

interface AgendaClockFieldProps {
  /** Number of the item, for its name. */
  number: number
  /** Minutes after the start; empty: follows the item above; NaN: what was typed is no time. */
  value: number | ''
  onChange: (value: number | '') => void
  /** When the session starts, `HH:MM`. */
  startTime: string
  /** When the item begins while the field is empty, `HH:MM`. */
  follows: string | undefined
  error: ReactNode
  describedBy: string | undefined
}

const dotted = (clock: string | undefined) => clock?.replace(':', '.') ?? ''

/** A start of the item's own, typed as a clock and kept as minutes after the session's start. */
export const AgendaClockField = ({
  number,
  value,
  onChange,
  startTime,
  follows,
  error,
  describedBy,
}: AgendaClockFieldProps) => {
  const t = useT(agendaStrings)
  const unreadable = Number.isNaN(value)
  const shown = dotted(value === '' ? undefined : clockAt(value, startTime))
  const [typed, setTyped] = useState(shown)
  const [known, setKnown] = useState(shown)
  // The clock moves with the start of the session; what cannot be read stays as it was typed.
  if (shown !== known && !unreadable) {
    setKnown(shown)
    setTyped(shown)
  }
  const label = follows ? t('clockFollows', { clock: dotted(follows) }) : t('clock')
  return (
    <TextInput
      size="sm"
      aria-label={`${t('item', { number })}: ${label}`}
      aria-describedby={describedBy}
      inputMode="numeric"
      autoComplete="off"
      maxLength={5}
      disabled={startTime === ''}
      placeholder={dotted(follows)}
      value={typed}
      error={unreadable ? t('notAClock') : error}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => {
        if (typed === shown && !unreadable) return
        const clock = clockTimeIn(typed)
        setTyped(clock ? dotted(clock) : typed.trim())
        if (typed.trim() === '') onChange('')
        else onChange((clock && offsetOf(clock, startTime)) ?? Number.NaN)
      }}
    />
  )
}
