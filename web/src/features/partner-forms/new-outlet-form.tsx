import { TextInput } from '@mantine/core'
import { type Outlet, outletsApi } from '@ngopi/shared/outlets'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { ask } from '../../lib/query.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { paths } from '../../paths.ts'
import { FormPanel } from '../../ui/form-panel.tsx'
import { useRefreshPartners } from './api.ts'
import { filledFields } from './changed-fields.ts'
import { outletStrings } from './outlet.strings.ts'
import { OutletFields } from './outlet-fields.tsx'
import { completed, emptyOutlet } from './outlet-values.ts'
import { SimilarNotice } from './similar-notice.tsx'

interface NewOutletFormProps {
  /** The name typed elsewhere. */
  name: string
  onSaved: (outlet: Outlet) => void
  onCancel: () => void
}

export const NewOutletForm = ({ name, onSaved, onCancel }: NewOutletFormProps) => {
  const t = useT(outletStrings)
  const common = useT(commonStrings)
  const refresh = useRefreshPartners()
  const f = useContractForm({
    draft: 'outlet/new',
    schema: outletsApi.create.schema.body,
    initialValues: emptyOutlet(name),
    toBody: (values) => filledFields(completed(values)),
    send: (body) => call(outletsApi.create, { body }),
    onSaved: (outlet) => {
      void refresh()
      onSaved(outlet)
    },
  })
  return (
    <FormPanel {...f} submitLabel={t('save')} onCancel={onCancel}>
      <TextInput
        label={common('name')}
        withAsterisk
        data-autofocus
        autoComplete="off"
        {...f.form.getInputProps('name')}
      />
      <SimilarNotice
        typed={f.form.getValues().name}
        search={(q) => ask(outletsApi.list, { query: { q, limit: 3 } })}
        linkOf={(outlet) => ({ id: outlet.id, label: outlet.name, to: paths.outlet(outlet.id) })}
      />
      <OutletFields form={f.form} />
    </FormPanel>
  )
}
