import { type Session, sessionsApi } from '@ngopi/shared/sessions'
import { useQueryClient } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { readAgain } from '../../lib/query.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { FormPanel } from '../../ui/form-panel.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { toast } from '../../ui/toast.tsx'
import { sessionOptions } from '../sessions/api.ts'
import { type OffsetValues, RemindersPicker } from '../sessions/reminder-offsets-picker.tsx'
import { remindersStrings } from './reminders.strings.ts'

interface OffsetsProps {
  session: Session
  onClose: () => void
}

const OffsetsForm = ({ session, onClose }: OffsetsProps) => {
  const t = useT(remindersStrings)
  const cache = useQueryClient()
  const f = useContractForm({
    draft: `reminders/${session.id}`,
    schema: sessionsApi.update.schema.body,
    initialValues: { reminders: session.reminders as OffsetValues[] | null },
    toBody: ({ reminders }) => ({ reminders, version: session.version }),
    fieldOf: (path) => (path.startsWith('reminders') ? 'reminders' : path),
    send: (body) => call(sessionsApi.update, { params: { id: session.id }, body }),
    onSaved: (saved) => {
      cache.setQueryData(sessionOptions(saved.id).queryKey, saved)
      void readAgain(cache, 'sessions')
      void readAgain(cache, 'reminders')
      void toast(t('form.saved'))
      onClose()
    },
  })
  return (
    <FormPanel
      {...f}
      submitLabel={t('form.save')}
      onCancel={onClose}
      onTakeTheirs={(current) => {
        const theirs = current as Session
        f.form.setValues({ reminders: theirs.reminders })
        cache.setQueryData(sessionOptions(session.id).queryKey, theirs)
      }}
    >
      <RemindersPicker
        value={f.form.values.reminders}
        onChange={(reminders) => f.form.setFieldValue('reminders', reminders)}
        error={f.form.errors.reminders}
      />
    </FormPanel>
  )
}

/** When the reminders of one session go. */
export const OffsetsPanel = ({ opened, ...props }: OffsetsProps & { opened: boolean }) => {
  const t = useT(remindersStrings)
  return (
    <SidePanel opened={opened} onClose={props.onClose} title={t('form.title')}>
      {opened && <OffsetsForm key={props.session.version} {...props} />}
    </SidePanel>
  )
}
