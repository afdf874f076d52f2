import { type Journalist, journalistsApi } from '@ngopi/shared/journalists'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { ask } from '../../lib/query.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { paths } from '../../paths.ts'
import { FormPanel } from '../../ui/form-panel.tsx'
import { withOutlet } from './affiliation-values.ts'
import { useRefreshPartners } from './api.ts'
import { filledFields } from './changed-fields.ts'
import { journalistStrings } from './journalist.strings.ts'
import { JournalistFields } from './journalist-fields.tsx'
import { emptyJournalist, withBodies } from './journalist-values.ts'
import { SimilarNotice } from './similar-notice.tsx'

interface NewJournalistFormProps {
  /** The name typed elsewhere. */
  name: string
  /** The outlet one comes from. */
  outlet?: { id: string; name: string } | undefined
  onSaved: (journalist: Journalist) => void
  onCancel: () => void
}

export const NewJournalistForm = ({ name, outlet, onSaved, onCancel }: NewJournalistFormProps) => {
  const t = useT(journalistStrings)
  const refresh = useRefreshPartners()
  const f = useContractForm({
    draft: `journalist/new/${outlet?.id ?? ''}`,
    schema: journalistsApi.create.schema.body,
    initialValues: emptyJournalist(name, outlet ? withOutlet([], outlet) : []),
    // Only somebody already known can have asked not to be invited.
    toBody: (values) => filledFields({ ...withBodies(values), optedOut: null }),
    send: (body) => call(journalistsApi.create, { body }),
    onSaved: (journalist) => {
      void refresh()
      onSaved(journalist)
    },
  })
  return (
    <FormPanel {...f} submitLabel={t('save')} onCancel={onCancel}>
      <JournalistFields form={f.form} known={false}>
        <SimilarNotice
          typed={f.form.getValues().fullName}
          search={(q) => ask(journalistsApi.list, { query: { q, limit: 3 } })}
          linkOf={({ id, fullName, primaryOutlet }) => ({
            id,
            label: primaryOutlet ? `${fullName} · ${primaryOutlet.name}` : fullName,
            to: paths.journalist(id),
          })}
        />
      </JournalistFields>
    </FormPanel>
  )
}
