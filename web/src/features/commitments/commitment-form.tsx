import { Checkbox, Select, Textarea } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { type Commitment, commitmentsApi } from '@ngopi/shared/commitments'
import type { Question } from '@ngopi/shared/questions'
import { useQuery } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { dayIn } from '../../lib/format-time.ts'
import { ask } from '../../lib/query.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { useOfficeZone } from '../../lib/use-office-zone.ts'
import { useUser } from '../../lib/use-session.ts'
import { DayField } from '../../ui/day-field.tsx'
import { FormPanel } from '../../ui/form-panel.tsx'
import { toast } from '../../ui/toast.tsx'
import { commitmentStrings } from './commitment.strings.ts'
import { useRefreshCommitments } from './commitment-panels.tsx'

interface Values extends Record<string, unknown> {
  text: string
  ownerId: string
  dueOn: string
  offRecord: boolean
}

const valuesOf = ({ text, owner, dueOn, offRecord }: Commitment): Values => ({
  text,
  ownerId: owner.id,
  dueOn,
  offRecord,
})

const week = 7 * 86_400_000

const Fields = ({
  form,
  owner,
}: {
  form: UseFormReturnType<Values>
  /** Named before the others are known, and also when no longer among them. */
  owner: Commitment['owner']
}) => {
  const t = useT(commitmentStrings)
  const owners = useQuery(ask(commitmentsApi.owners)).data?.items ?? []
  const named = owners.some(({ id }) => id === owner.id) ? owners : [owner, ...owners]
  return (
    <>
      <Textarea
        data-autofocus
        withAsterisk
        minRows={2}
        label={t('text')}
        {...form.getInputProps('text')}
      />
      <Select
        label={t('owner')}
        allowDeselect={false}
        data={named.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('ownerId')}
      />
      <DayField
        label={t('due')}
        lean="future"
        value={form.values.dueOn}
        onChange={(dueOn) => form.setFieldValue('dueOn', dueOn)}
        error={form.errors.dueOn}
      />
      <Checkbox label={t('offRecord')} {...form.getInputProps('offRecord', { type: 'checkbox' })} />
    </>
  )
}

/** A promise on a question: what, by whom, until when. */
export const CommitmentForm = ({
  question,
  onClose,
}: {
  question: Question
  onClose: () => void
}) => {
  const t = useT(commitmentStrings)
  const user = useUser()
  const zone = useOfficeZone()
  const refresh = useRefreshCommitments()
  const f = useContractForm({
    draft: `promise/new/${question.id}`,
    schema: commitmentsApi.create.schema.body,
    initialValues: {
      text: '',
      ownerId: user.id,
      dueOn: dayIn(new Date(Date.now() + week).toISOString(), zone),
      offRecord: question.offRecord,
    },
    toBody: (values: Values) => ({ ...values, questionId: question.id }),
    send: (body) => call(commitmentsApi.create, { body }),
    onSaved: () => {
      refresh()
      toast(t('saved'))
      onClose()
    },
  })
  return (
    <FormPanel {...f} submitLabel={t('save')} onCancel={onClose}>
      <Fields form={f.form} owner={user} />
    </FormPanel>
  )
}

/** Another wording, another owner, another day. */
export const EditCommitmentForm = ({
  commitment,
  onClose,
}: {
  commitment: Commitment
  onClose: () => void
}) => {
  const t = useT(commitmentStrings)
  const refresh = useRefreshCommitments()
  const f = useContractForm({
    draft: `promise/${commitment.id}`,
    schema: commitmentsApi.update.schema.body,
    initialValues: valuesOf(commitment),
    toBody: (values: Values) => ({ ...values, version: commitment.version }),
    send: (body) => call(commitmentsApi.update, { params: { id: commitment.id }, body }),
    onSaved: () => {
      refresh()
      onClose()
    },
  })
  return (
    <FormPanel
      {...f}
      submitLabel={t('save')}
      onCancel={onClose}
      onTakeTheirs={(current) => f.form.setValues(valuesOf(current as Commitment))}
    >
      <Fields form={f.form} owner={commitment.owner} />
    </FormPanel>
  )
}
