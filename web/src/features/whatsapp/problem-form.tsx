import { Button, TextInput } from '@mantine/core'
import { whatsappApi } from '@ngopi/shared/whatsapp'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { useThrowAway } from '../../ui/draft-notice.tsx'
import classes from './whatsapp.module.css'
import { whatsappStrings } from './whatsapp.strings.ts'

interface ProblemFormProps {
  /** Of the guest in the queue. */
  id: string
  busy: boolean
  onSave: (note: string) => Promise<unknown>
  onCancel: () => void
}

/** What is wrong with a number, in a few words or none. */
export const ProblemForm = ({ id, busy, onSave, onCancel }: ProblemFormProps) => {
  const t = useT(whatsappStrings)
  const common = useT(commonStrings)
  const { form, submit, draft } = useContractForm({
    draft: `number/${id}`,
    schema: whatsappApi.settle.schema.body,
    initialValues: { note: '' },
    toBody: ({ note }) => ({ outcome: 'problem', note: note.trim() }),
    send: ({ note }) => onSave(note ?? ''),
    onSaved: () => undefined,
  })
  const throwAway = useThrowAway(draft)
  return (
    <form
      className={classes.actions}
      onSubmit={submit}
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
        {...form.getInputProps('note')}
      />
      <Button type="submit" size="md" loading={busy}>
        {t('saveProblem')}
      </Button>
      <Button
        size="md"
        variant="default"
        disabled={busy}
        onClick={() => {
          throwAway()
          onCancel()
        }}
      >
        {common('cancel')}
      </Button>
    </form>
  )
}
