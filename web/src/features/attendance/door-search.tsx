import { TextInput } from '@mantine/core'
import { type RefObject, useEffect } from 'react'
import { useT } from '../../i18n.tsx'
import { Icon } from '../../ui/icon.tsx'
import { attendanceStrings } from './attendance.strings.ts'
import classes from './door.module.css'
import { looksLikePass, passIn } from './pass.ts'

/** A scanner has typed its last letter when nothing more comes for this long, in milliseconds. */
const scannerRest = 120

interface DoorSearchProps {
  inputRef: RefObject<HTMLInputElement | null>
  value: string
  onChange: (value: string) => void
  /** A whole pass was typed, scanned or pasted. */
  onPass: (pass: string) => void
  onEnter: () => void
  /** While a dialog is open the field leaves the focus to it. */
  paused: boolean
}

/** The field that has the focus at all times: for names, and for passes from a scanner. */
export const DoorSearch = ({
  inputRef,
  value,
  onChange,
  onPass,
  onEnter,
  paused,
}: DoorSearchProps) => {
  const t = useT(attendanceStrings)
  useEffect(() => {
    const pass = passIn(value)
    if (!pass) return
    const timer = setTimeout(() => onPass(pass), scannerRest)
    return () => clearTimeout(timer)
  })
  // Typing anywhere means searching; a scanner does not look where the focus is.
  useEffect(() => {
    if (paused) return
    const listen = (event: KeyboardEvent) => {
      const elsewhere = !(event.target instanceof HTMLInputElement)
      const letter = event.key.length === 1 && event.key !== ' '
      if (elsewhere && letter && !event.ctrlKey && !event.metaKey && !event.altKey)
        inputRef.current?.focus()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [paused, inputRef])
  return (
    <TextInput
      ref={inputRef}
      type="search"
      size="lg"
      autoFocus
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
      enterKeyHint="go"
      aria-label={t('door.search')}
      placeholder={t('door.searchShort')}
      leftSection={<Icon name="search" size={22} />}
      classNames={{ input: classes.search }}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={() =>
        // Focus that went to nothing comes back; focus that went to a button stays there.
        requestAnimationFrame(() => {
          if (!paused && document.activeElement === document.body) inputRef.current?.focus()
        })
      }
      onKeyDown={(event) => {
        if (event.key === 'Escape') onChange('')
        if (event.key === 'ArrowDown') {
          event.preventDefault()
          document.querySelector<HTMLElement>('[data-row]')?.focus()
        }
        if (event.key !== 'Enter') return
        event.preventDefault()
        const pass = passIn(value)
        if (pass) onPass(pass)
        else if (value.trim() && !looksLikePass(value)) onEnter()
      }}
    />
  )
}
