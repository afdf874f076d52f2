import { Button, Group, Select, TextInput } from '@mantine/core'
import { accountsApi, type User } from '@ngopi/shared/accounts'
import { role } from '@ngopi/shared/roles'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { readAgain } from '../../lib/query.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { useUser } from '../../lib/use-session.ts'
import { useUndoable } from '../../lib/use-undoable.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { FormPanel } from '../../ui/form-panel.tsx'
import { settingsStrings } from './settings.strings.ts'

interface EditUserFormProps {
  user: User
  onSaved: () => void
  onNewLink: (invited: { name: string; invitationUrl: string | null }) => void
}

/** Name and role; disabling at once with a way back; a new link for whoever has not come yet. */
export const EditUserForm = ({ user, onSaved, onNewLink }: EditUserFormProps) => {
  const t = useT(settingsStrings)
  const common = useT(commonStrings)
  const cache = useQueryClient()
  const me = useUser()
  const refresh = () => readAgain(cache, 'users')
  const { form, ...panel } = useContractForm({
    draft: `user/${user.id}`,
    schema: accountsApi.updateUser.schema.body,
    initialValues: { name: user.name, role: user.role },
    toBody: (values) => ({ version: user.version, ...values }),
    send: (body) => call(accountsApi.updateUser, { params: { id: user.id }, body }),
    onSaved: () => {
      void refresh()
      onSaved()
    },
  })
  const renew = useMutation({
    mutationFn: () => call(accountsApi.renewUserInvitation, { params: { id: user.id } }),
    onSuccess: (invited) => {
      void refresh()
      onNewLink(invited)
    },
  })
  const setDisabled = (disabled: boolean, version: number) =>
    call(accountsApi.updateUser, { params: { id: user.id }, body: { version, disabled } })
  const toggle = useUndoable<User>({
    run: (u) => setDisabled(u.status !== 'disabled', u.version),
    undo: (u) => setDisabled(u.status === 'disabled', u.version + 1),
    message: (u) => t(u.status === 'disabled' ? 'enabledName' : 'disabledName', { name: u.name }),
    refreshes: ['users'],
  })
  return (
    <FormPanel {...panel} submitLabel={t('saveUser')}>
      <TextInput label={t('name')} {...form.getInputProps('name')} />
      <TextInput label={t('email')} value={user.email} readOnly variant="filled" />
      <Select
        label={t('role')}
        data={role.options.map((value) => ({ value, label: common(`role.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('role')}
      />
      {renew.error && <ErrorNotice error={renew.error} />}
      <Group gap="sm">
        {user.status === 'invited' && (
          <Button variant="default" loading={renew.isPending} onClick={() => renew.mutate()}>
            {t('newLink')}
          </Button>
        )}
        {user.id !== me.id && (
          <Button
            variant="default"
            onClick={async () => {
              if (await toggle(user)) onSaved()
            }}
          >
            {t(user.status === 'disabled' ? 'enable' : 'disable')}
          </Button>
        )}
      </Group>
    </FormPanel>
  )
}
