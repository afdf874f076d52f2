import { Select, TextInput } from '@mantine/core'
import { accountsApi } from '@ngopi/shared/accounts'
import { type Role, role } from '@ngopi/shared/roles'
import { useQueryClient } from '@tanstack/react-query'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { readAgain } from '../../lib/query.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { FormPanel } from '../../ui/form-panel.tsx'
import { settingsStrings } from './settings.strings.ts'

interface InviteUserFormProps {
  officeId: string
  onInvited: (invited: { name: string; invitationUrl: string | null }) => void
  onCancel: () => void
}

export const InviteUserForm = ({ officeId, onInvited, onCancel }: InviteUserFormProps) => {
  const t = useT(settingsStrings)
  const common = useT(commonStrings)
  const cache = useQueryClient()
  const { form, ...panel } = useContractForm({
    draft: `user/new/${officeId}`,
    schema: accountsApi.inviteUser.schema.body,
    initialValues: { name: '', email: '', role: 'officer' as Role },
    toBody: (values) => ({ ...values, officeId }),
    send: (body) => call(accountsApi.inviteUser, { body }),
    onSaved: (invited) => {
      void readAgain(cache, 'users')
      onInvited(invited)
    },
  })
  return (
    <FormPanel {...panel} submitLabel={t('sendInvitation')} onCancel={onCancel}>
      <TextInput label={t('name')} data-autofocus {...form.getInputProps('name')} />
      <TextInput label={t('email')} type="email" {...form.getInputProps('email')} />
      <Select
        label={t('role')}
        data={role.options.map((value) => ({ value, label: common(`role.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('role')}
      />
    </FormPanel>
  )
}
