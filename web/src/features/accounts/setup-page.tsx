import { Button, PasswordInput, Select, Stack, TextInput } from '@mantine/core'
import { accountsApi } from '@ngopi/shared/accounts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { ask } from '../../lib/query.ts'
import { signedIn } from '../../lib/session.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { paths } from '../../paths.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { AppLink } from '../../ui/link.tsx'
import { Entrance } from './entrance.tsx'
import { setupStrings } from './setup.strings.ts'
import { timeZoneChoices } from './time-zones.ts'

export const SetupPage = () => {
  const t = useT(setupStrings)
  const navigate = useNavigate()
  const { data: setup } = useQuery({ ...ask(accountsApi.setupState), staleTime: Infinity })
  const { form, submit, saving, error } = useContractForm({
    draft: null,
    schema: accountsApi.setUp.schema.body,
    initialValues: {
      code: '',
      officeName: '',
      timeZone: 'Asia/Jakarta',
      name: '',
      email: '',
      password: '',
    },
    send: (body) => call(accountsApi.setUp, { body }),
    onSaved: (login) => {
      signedIn(login)
      void navigate({ to: paths.home, replace: true })
    },
  })
  if (setup && !setup.needed) {
    return (
      <Entrance title={t('setupTitle')} text={t('setupDone')}>
        <AppLink to={paths.login}>{t('toLogin')}</AppLink>
      </Entrance>
    )
  }
  return (
    <Entrance title={t('setupTitle')} text={t('setupText')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput
            label={t('code')}
            autoComplete="one-time-code"
            autoCapitalize="characters"
            spellCheck={false}
            autoFocus
            {...form.getInputProps('code')}
          />
          <TextInput
            label={t('officeName')}
            autoComplete="organization"
            {...form.getInputProps('officeName')}
          />
          <Select
            label={t('timeZone')}
            data={timeZoneChoices}
            allowDeselect={false}
            {...form.getInputProps('timeZone')}
          />
          <TextInput label={t('name')} autoComplete="name" {...form.getInputProps('name')} />
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="username"
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t('newPassword')}
            description={t('newPasswordHelp')}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': t('show') }}
            {...form.getInputProps('password')}
          />
          {error && <ErrorNotice error={error} />}
          <Button type="submit" size="md" loading={saving} fullWidth>
            {t('createOffice')}
          </Button>
        </Stack>
      </form>
    </Entrance>
  )
}
