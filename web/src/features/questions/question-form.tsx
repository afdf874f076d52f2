import { Checkbox, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { type Question, questionsApi } from '@ngopi/shared/questions'
import { useQueryClient } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { readAgain } from '../../lib/query.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import type { Picked } from '../../ui/entity-picker.tsx'
import { FormPanel } from '../../ui/form-panel.tsx'
import { JournalistPicker } from '../partner-forms/journalist-picker.tsx'
import { questionsStrings } from './questions.strings.ts'

interface Values extends Record<string, unknown> {
  text: string
  asker: Picked | null
  topic: string
  offRecord: boolean
  answerText: string
  answeredBy: string
}

const valuesOf = (question?: Question): Values => ({
  text: question?.text ?? '',
  asker: null,
  topic: question?.topic ?? '',
  offRecord: question?.offRecord ?? false,
  answerText: question?.answerText ?? '',
  answeredBy: question?.answeredBy ?? '',
})

const bodyOf = (values: Values) => ({
  text: values.text,
  topic: values.topic.trim() || null,
  offRecord: values.offRecord,
  answerText: values.answerText.trim() || null,
  answeredBy: values.answeredBy.trim() || null,
})

const AnswerFields = ({ form }: { form: UseFormReturnType<Values> }) => {
  const t = useT(questionsStrings)
  return (
    <>
      <TextInput label={t('form.topic')} {...form.getInputProps('topic')} />
      <Checkbox
        label={t('form.offRecord')}
        description={t('form.offRecordHint')}
        {...form.getInputProps('offRecord', { type: 'checkbox' })}
      />
      <Textarea label={t('form.answer')} minRows={3} {...form.getInputProps('answerText')} />
      <TextInput label={t('form.answeredBy')} {...form.getInputProps('answeredBy')} />
    </>
  )
}

const useSaved = (onSaved: () => void) => {
  const cache = useQueryClient()
  return () => {
    void readAgain(cache, 'sessions')
    onSaved()
  }
}

interface FormProps {
  onClose: () => void
}

/** A question asked in the room, perhaps with its answer. */
export const NewQuestionForm = ({ sessionId, onClose }: FormProps & { sessionId: string }) => {
  const t = useT(questionsStrings)
  const f = useContractForm({
    draft: `question/new/${sessionId}`,
    schema: questionsApi.create.schema.body,
    initialValues: valuesOf(),
    toBody: (values) => ({ ...bodyOf(values), journalistId: values.asker?.id ?? null }),
    fieldOf: (path) => (path === 'journalistId' ? 'asker' : path),
    send: (body) => call(questionsApi.create, { params: { id: sessionId }, body }),
    onSaved: useSaved(onClose),
  })
  return (
    <FormPanel {...f} submitLabel={t('form.create')} onCancel={onClose}>
      <Textarea
        data-autofocus
        withAsterisk
        minRows={2}
        label={t('form.text')}
        {...f.form.getInputProps('text')}
      />
      <JournalistPicker
        label={t('form.asker')}
        value={f.form.values.asker}
        onChange={(asker) => f.form.setFieldValue('asker', asker)}
        error={f.form.errors.asker}
        creatable
      />
      <AnswerFields form={f.form} />
    </FormPanel>
  )
}

/** The wording, and above all the answer. */
export const EditQuestionForm = ({ question, onClose }: FormProps & { question: Question }) => {
  const t = useT(questionsStrings)
  const f = useContractForm({
    draft: `question/${question.id}`,
    schema: questionsApi.update.schema.body,
    initialValues: valuesOf(question),
    toBody: (values) => ({ ...bodyOf(values), version: question.version }),
    send: (body) => call(questionsApi.update, { params: { id: question.id }, body }),
    onSaved: useSaved(onClose),
  })
  return (
    <FormPanel
      {...f}
      submitLabel={t('form.save')}
      onCancel={onClose}
      onTakeTheirs={(current) => f.form.setValues(valuesOf(current as Question))}
    >
      <Textarea withAsterisk minRows={2} label={t('form.text')} {...f.form.getInputProps('text')} />
      <AnswerFields form={f.form} />
    </FormPanel>
  )
}
