import { Button, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { type Letter, lettersApi } from '@ngopi/shared/letters'
import type { ReactNode } from 'react'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { DayField } from '../../ui/day-field.tsx'
import { FormPanel } from '../../ui/form-panel.tsx'
import { toast } from '../../ui/toast.tsx'
import { letterBody, letterValues } from './letter-values.ts'
import classes from './letters.module.css'
import { lettersStrings } from './letters.strings.ts'

interface LetterFormProps {
  letter: Letter
  onSaved: (letter: Letter) => void
  /** Stands beside the form; `dirty`: something on screen is not saved yet. */
  beside: (dirty: boolean) => ReactNode
}

/** Number, date and words of a letter. */
export const LetterForm = ({ letter, onSaved, beside }: LetterFormProps) => {
  const t = useT(lettersStrings)
  const { form, ...panel } = useContractForm({
    draft: `letter/${letter.sessionId}`,
    schema: lettersApi.save.schema.body,
    initialValues: letterValues(letter),
    toBody: (values) => letterBody(values, letter),
    fieldOf: (path) => path.split('.')[0] ?? path,
    send: (body) => call(lettersApi.save, { params: { id: letter.sessionId }, body }),
    onSaved: (saved) => {
      void toast(t('saved'))
      onSaved(saved)
    },
  })
  const own = form.values.body.trim() !== ''
  return (
    <>
      <FormPanel
        {...panel}
        submitLabel={t('save')}
        onTakeTheirs={(current) => onSaved(current as Letter)}
      >
        <TextInput
          label={t('number')}
          description={t('numberHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          withAsterisk
          {...form.getInputProps('number')}
        />
        <SimpleGrid cols={2} spacing="md">
          <TextInput label={t('nature')} withAsterisk {...form.getInputProps('nature')} />
          <TextInput label={t('attachment')} withAsterisk {...form.getInputProps('attachment')} />
        </SimpleGrid>
        <TextInput label={t('subject')} withAsterisk {...form.getInputProps('subject')} />
        <div className={classes.dated}>
          <TextInput label={t('place')} withAsterisk {...form.getInputProps('place')} />
          <DayField
            label={t('datedOn')}
            value={form.values.datedOn}
            onChange={(day) => form.setFieldValue('datedOn', day)}
            error={form.errors.datedOn}
          />
        </div>
        <div>
          <Textarea
            label={t('body')}
            description={t('bodyHelp')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            placeholder={letter.defaultBody}
            autosize
            minRows={9}
            maxRows={24}
            {...form.getInputProps('body')}
          />
          <Button
            mt={4}
            size="compact-sm"
            variant="subtle"
            onClick={() => form.setFieldValue('body', own ? '' : letter.defaultBody)}
          >
            {t(own ? 'backToDefault' : 'useDefault')}
          </Button>
        </div>
        <Textarea
          label={t('copiesTo')}
          description={t('copiesHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autosize
          minRows={2}
          {...form.getInputProps('copiesTo')}
        />
      </FormPanel>
      {beside(form.isDirty())}
    </>
  )
}
