import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { commonMessages } from '../../common-messages.ts'
import { useT } from '../../i18n.tsx'
import { whatsappMessages } from './messages.ts'
import classes from './whatsapp.module.css'

interface ProblemFormProps {
  busy: boolean
  onSave: (note: string) => void
  onCancel: () => void
}

/** What is wrong with a number, in a few words or none. */
export const ProblemForm = ({ busy, onSave, onCancel }: ProblemFormProps) => {
  const t = useT(whatsappMessages)
  const common = useT(commonMessages)
  const [note, setNote] = useState('')
  return (
    <form
      className={classes.actions}
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) onSave(note.trim())
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
      }}
    >
      <TextInput
        className={classes.note}
        label={`${t('note')} (${common('optional')})`}
        placeholder={t('noteHint')}
        maxLength={200}
        data-autofocus
        autoFocus
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button type="submit" size="md" loading={busy}>
        {t('saveProblem')}
      </Button>
      <Button size="md" variant="default" disabled={busy} onClick={onCancel}>
        {common('cancel')}
      </Button>
    </form>
  )
}
