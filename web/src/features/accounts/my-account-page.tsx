import { Button, PasswordInput, Stack, TextInput, Title } from '@mantine/core'
import { accountsApi, type User } from '@ngopi/shared/accounts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { ask, readAgain } from '../../lib/query.ts'
import { renamed } from '../../lib/session.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { toast } from '../../ui/toast.tsx'
import { settingsStrings } from './settings.strings.ts'

const NameForm = ({ user }: { user: User }) => {
  const t = useT(settingsStrings)
  const common = useT(commonStrings)
  const cache = useQueryClient()
  const { form, submit, saving, error } = useContractForm({
    draft: null,
    schema: accountsApi.updateMe.schema.body,
    initialValues: { name: user.name },
    toBody: ({ name }) => ({ version: user.version, name }),
    send: (body) => call(accountsApi.updateMe, { body }),
    onSaved: (saved) => {
      renamed(saved.name)
      void readAgain(cache, 'me')
      void toast(t('saved'))
    },
  })
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw={420}>
        <TextInput label={t('name')} autoComplete="name" {...form.getInputProps('name')} />
        <TextInput label={t('email')} value={user.email} readOnly variant="filled" />
        <TextInput
          label={t('role')}
          value={common(`role.${user.role}`)}
          readOnly
          variant="filled"
        />
        {error && <ErrorNotice error={error} />}
        <Button type="submit" variant="default" loading={saving} w="fit-content">
          {t('changeName')}
        </Button>
      </Stack>
    </form>
  )
}

const PasswordForm = () => {
  const t = useT(settingsStrings)
  const { form, submit, saving, error } = useContractForm({
    draft: null,
    schema: accountsApi.changePassword.schema.body,
    initialValues: { currentPassword: '', newPassword: '' },
    send: (body) => call(accountsApi.changePassword, { body }),
    onSaved: () => {
      form.reset()
      void toast(t('passwordChanged'))
    },
  })
  const show = { 'aria-label': t('show') }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw={420}>
        <PasswordInput
          label={t('currentPassword')}
          autoComplete="current-password"
          visibilityToggleButtonProps={show}
          {...form.getInputProps('currentPassword')}
        />
        <PasswordInput
          label={t('newPassword')}
          description={t('newPasswordHelp')}
          autoComplete="new-password"
          visibilityToggleButtonProps={show}
          {...form.getInputProps('newPassword')}
        />
        {error && <ErrorNotice error={error} />}
        <Button type="submit" loading={saving} w="fit-content">
          {t('changePassword')}
        </Button>
      </Stack>
    </form>
  )
}

export const MyAccountPage = () => {
  const t = useT(settingsStrings)
  const { data: me, error } = useQuery(ask(accountsApi.me))
  return (
    <Stack gap="xl">
      {error && <ErrorNotice error={error} />}
      {me ? <NameForm key={me.version} user={me} /> : !error && <SkeletonRows rows={3} />}
      <section>
        <Title order={2} mb="md">
          {t('changePassword')}
        </Title>
        <PasswordForm />
      </section>
    </Stack>
  )
}
