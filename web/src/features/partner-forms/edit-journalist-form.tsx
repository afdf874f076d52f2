import { type Journalist, journalistsApi } from '@ngopi/shared/journalists'
import { useState } from 'react'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { FormPanel } from '../../ui/form-panel.tsx'
import { toast } from '../../ui/toast.tsx'
import { useRefreshPartners } from './api.ts'
import { changedFields } from './changed-fields.ts'
import { journalistStrings } from './journalist.strings.ts'
import { JournalistFields } from './journalist-fields.tsx'
import { valuesOfJournalist, withBodies } from './journalist-values.ts'

interface EditJournalistFormProps {
  journalist: Journalist
  onClose: () => void
}

const Fields = ({
  journalist,
  onClose,
  onTakeTheirs,
}: EditJournalistFormProps & { onTakeTheirs: (current: unknown) => void }) => {
  const t = useT(journalistStrings)
  const common = useT(commonStrings)
  const refresh = useRefreshPartners()
  const base = valuesOfJournalist(journalist)
  const f = useContractForm({
    draft: `journalist/${journalist.id}`,
    schema: journalistsApi.update.schema.body,
    initialValues: base,
    toBody: (values) => ({
      version: journalist.version,
      ...changedFields(withBodies(values), withBodies(base)),
    }),
    send: (body) => call(journalistsApi.update, { params: { id: journalist.id }, body }),
    onSaved: () => {
      void refresh()
      void toast(common('saved'))
      onClose()
    },
  })
  return (
    <FormPanel {...f} submitLabel={t('save')} onCancel={onClose} onTakeTheirs={onTakeTheirs}>
      <JournalistFields form={f.form} known />
    </FormPanel>
  )
}

/** Changes a journalist as when the form was opened, until a newer version is asked for. */
export const EditJournalistForm = ({ journalist, onClose }: EditJournalistFormProps) => {
  const [base, setBase] = useState(journalist)
  return (
    <Fields
      key={base.version}
      journalist={base}
      onClose={onClose}
      onTakeTheirs={(current) => setBase(current as Journalist)}
    />
  )
}
