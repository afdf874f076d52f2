import { CloseButton, Loader, TextInput, VisuallyHidden } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useId, useState } from 'react'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { useUser } from '../../lib/use-session.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { linkTarget } from '../../ui/link-target.ts'
import { ChoiceList, optionId } from './choice-list.tsx'
import type { Choice } from './choices.ts'
import classes from './palette.module.css'
import { remember } from './recent.ts'
import { searchStrings } from './search.strings.ts'
import { useChoices } from './use-choices.ts'

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }

/** The field and what it offers; mounted anew each time the palette opens. */
export const PaletteBody = ({ onClose }: { onClose: () => void }) => {
  const t = useT(searchStrings)
  const common = useT(commonStrings)
  const user = useUser()
  const navigate = useNavigate()
  const listId = useId()
  const [typed, setTyped] = useState('')
  const [pointed, setPointed] = useState<string>()
  const { groups, nothing, searching, error } = useChoices(typed)
  const choices = groups.flatMap((group) => group.choices)
  // What was pointed at may be gone with the next answer; then the best one is.
  const at = Math.max(
    0,
    choices.findIndex((choice) => choice.key === pointed),
  )
  const active = choices[at]

  const choose = (choice: Choice) => {
    if (choice.hit) remember(user.id, choice.hit)
    onClose()
    void navigate(linkTarget(choice))
  }
  const point = (choice: Choice | undefined) => {
    setPointed(choice?.key)
    if (choice)
      document.getElementById(optionId(listId, choice.key))?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = steps[event.key]
    if (step) {
      event.preventDefault()
      point(choices[(at + step + choices.length) % choices.length])
    } else if (event.key === 'Enter' && active) {
      event.preventDefault()
      choose(active)
    }
  }

  return (
    <>
      <div className={classes.top}>
        <TextInput
          data-autofocus
          className={classes.field}
          role="combobox"
          aria-label={t('title')}
          aria-expanded={true}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active && optionId(listId, active.key)}
          placeholder={t('placeholder')}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          leftSection={searching ? <Loader size={16} /> : <Icon name="search" size={18} />}
          leftSectionWidth={48}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setPointed(undefined)
          }}
          onKeyDown={onKeyDown}
        />
        <CloseButton mr="sm" aria-label={common('close')} onClick={onClose} />
      </div>
      {error && <ErrorNotice error={error} />}
      {nothing && <div className={classes.message}>{t('nothing', { q: typed.trim() })}</div>}
      <ChoiceList
        id={listId}
        groups={groups}
        active={active?.key}
        onPoint={(choice) => setPointed(choice.key)}
        onChoose={choose}
      />
      <VisuallyHidden role="status">
        {searching ? t('searching') : t('found', { count: choices.length })}
      </VisuallyHidden>
      <div className={classes.keys} aria-hidden="true">
        <span>{t.rich('move', { kbd: () => <kbd>↑ ↓</kbd> })}</span>
        <span>{t.rich('choose', { kbd: () => <kbd>Enter</kbd> })}</span>
        <span>{t.rich('leave', { kbd: () => <kbd>Esc</kbd> })}</span>
      </div>
    </>
  )
}
