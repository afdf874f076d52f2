import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { accountsApi } from '@ngopi/shared/accounts'
import { useQuery } from '@tanstack/react-query'
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { ApiError } from '../../lib/api-error.ts'
import { ask } from '../../lib/query.ts'
import { signedIn } from '../../lib/session.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { paths } from '../../paths.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { AppLink } from '../../ui/link.tsx'
import { entranceStrings } from './entrance.strings.ts'
import { Entrance } from './entrance.tsx'
import { safeReturn } from './safe-return.ts'

export const LoginPage = () => {
  const t = useT(entranceStrings)
  const navigate = useNavigate()
  const { lanjut } = useSearch({ strict: false }) as { lanjut?: string }
  const { data: setup } = useQuery({ ...ask(accountsApi.setupState), staleTime: Infinity })
  const { form, submit, saving, error } = useContractForm({
    draft: null,
    schema: accountsApi.login.schema.body,
    initialValues: { email: '', password: '' },
    send: (body) => call(accountsApi.login, { body }),
    onSaved: (login) => {
      signedIn(login)
      void navigate({ href: safeReturn(lanjut), replace: true })
    },
  })
  if (setup?.needed) return <Navigate to={paths.setup} replace />

  const wrong = error instanceof ApiError && error.status === 401
  return (
    <Entrance title={t('title')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput
            label={t('email')}
            type="email"
            name="email"
            autoComplete="username"
            inputMode="email"
            autoCapitalize="none"
            spellCheck={false}
            data-autofocus
            autoFocus
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t('password')}
            name="password"
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('show') }}
            {...form.getInputProps('password')}
            error={form.errors.password ?? (wrong && t('wrong'))}
          />
          {error && !wrong && <ErrorNotice error={error} />}
          <Button type="submit" size="md" loading={saving} fullWidth mt={4}>
            {t('submit')}
          </Button>
          <AppLink to={paths.forgotPassword}>{t('forgot')}</AppLink>
        </Stack>
      </form>
    </Entrance>
  )
}
