import { TextInput } from '@mantine/core'
import { type Outlet, outletsApi } from '@ngopi/shared/outlets'
import { useState } from 'react'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { FormPanel } from '../../ui/form-panel.tsx'
import { toast } from '../../ui/toast.tsx'
import { useRefreshPartners } from './api.ts'
import { changedFields } from './changed-fields.ts'
import { outletStrings } from './outlet.strings.ts'
import { OutletFields } from './outlet-fields.tsx'
import { completed, valuesOfOutlet } from './outlet-values.ts'

interface EditOutletFormProps {
  outlet: Outlet
  onClose: () => void
}

const Fields = ({
  outlet,
  onClose,
  onTakeTheirs,
}: EditOutletFormProps & { onTakeTheirs: (current: unknown) => void }) => {
  const t = useT(outletStrings)
  const common = useT(commonStrings)
  const refresh = useRefreshPartners()
  const base = valuesOfOutlet(outlet)
  const f = useContractForm({
    draft: `outlet/${outlet.id}`,
    schema: outletsApi.update.schema.body,
    initialValues: base,
    toBody: (values) => ({
      version: outlet.version,
      ...changedFields(completed(values), base),
    }),
    send: (body) => call(outletsApi.update, { params: { id: outlet.id }, body }),
    onSaved: () => {
      void refresh()
      void toast(common('saved'))
      onClose()
    },
  })
  return (
    <FormPanel {...f} submitLabel={t('save')} onCancel={onClose} onTakeTheirs={onTakeTheirs}>
      <TextInput
        label={common('name')}
        withAsterisk
        data-autofocus
        autoComplete="off"
        {...f.form.getInputProps('name')}
      />
      <OutletFields form={f.form} />
    </FormPanel>
  )
}

/** Changes an outlet as it was when the form was opened, until a newer version is asked for. */
export const EditOutletForm = ({ outlet, onClose }: EditOutletFormProps) => {
  const [base, setBase] = useState(outlet)
  return (
    <Fields
      key={base.version}
      outlet={base}
      onClose={onClose}
      onTakeTheirs={(current) => setBase(current as Outlet)}
    />
  )
}
