import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'
import { commonStrings } from '../common.strings.ts'
import { useT } from '../i18n.tsx'
import classes from './filter-bar.module.css'
import { Icon } from './icon.tsx'

interface SearchFieldProps {
  value: string
  /** Called when typing rests for a moment. */
  onChange: (value: string) => void
  label: string
}

/** The search of a list. */
export const SearchField = ({ value, onChange, label }: SearchFieldProps) => {
  const t = useT(commonStrings)
  const [typed, setTyped] = useState(value)
  const [known, setKnown] = useState(value)
  // The address changed from elsewhere (back, a link): follow it.
  if (value !== known) {
    setKnown(value)
    if (value !== typed.trim()) setTyped(value)
  }
  const report = useDebouncedCallback((text: string) => onChange(text.trim()), 250)
  const change = (text: string) => {
    setTyped(text)
    report(text)
  }
  return (
    <TextInput
      type="search"
      size="sm"
      className={classes.search}
      aria-label={label}
      placeholder={label}
      leftSection={<Icon name="search" size={18} />}
      rightSection={
        typed && <CloseButton size="sm" aria-label={t('clearSearch')} onClick={() => change('')} />
      }
      value={typed}
      onChange={(event) => change(event.currentTarget.value)}
      maxLength={200}
    />
  )
}
