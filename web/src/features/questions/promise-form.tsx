import { Select, Textarea } from '@mantine/core'
import { commitmentsApi } from '@ngopi/shared/commitments'
import type { Question } from '@ngopi/shared/questions'
import { useQuery, useQueryClient } from '@tanstack/react-query'
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
import { promiseMessages } from './promise-messages.ts'

const week = 7 * 86_400_000

/** A promise on a question: what, by whom, until when. */
export const PromiseForm = ({ question, onClose }: { question: Question; onClose: () => void }) => {
  const t = useT(promiseMessages)
  const user = useUser()
  const zone = useOfficeZone()
  const cache = useQueryClient()
  const owners = useQuery(ask(commitmentsApi.owners))
  const f = useContractForm({
    schema: commitmentsApi.create.schema.body,
    initialValues: {
      text: '',
      ownerId: user.id,
      dueOn: dayIn(new Date(Date.now() + week).toISOString(), zone),
    },
    toBody: (values) => ({ ...values, questionId: question.id }),
    send: (body, options) => call(commitmentsApi.create, { body }, options),
    onSaved: () => {
      for (const key of ['sessions', 'commitments', 'home'])
        void cache.invalidateQueries({ queryKey: [key] })
      toast(t('saved'))
      onClose()
    },
  })
  return (
    <FormPanel {...f} submitLabel={t('save')} onCancel={onClose}>
      <Textarea
        data-autofocus
        withAsterisk
        minRows={2}
        label={t('text')}
        {...f.form.getInputProps('text')}
      />
      <Select
        label={t('owner')}
        allowDeselect={false}
        data={(owners.data?.items ?? [user]).map(({ id, name }) => ({ value: id, label: name }))}
        {...f.form.getInputProps('ownerId')}
      />
      <DayField
        label={t('due')}
        value={f.form.values.dueOn}
        onChange={(dueOn) => f.form.setFieldValue('dueOn', dueOn)}
        error={f.form.errors.dueOn}
      />
    </FormPanel>
  )
}
