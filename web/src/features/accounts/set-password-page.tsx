import { Button, PasswordInput, Stack } from '@mantine/core'
import { accountsApi } from '@ngopi/shared/accounts'
import { useState } from 'react'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { ApiError } from '../../lib/api-error.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { useRouteId } from '../../lib/use-route-id.ts'
import { paths } from '../../paths.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { AppLink } from '../../ui/link.tsx'
import { Entrance } from './entrance.tsx'
import { setupStrings } from './setup.strings.ts'

/** Where the link of an invitation or of a reset leads. */
export const SetPasswordPage = () => {
  const t = useT(setupStrings)
  const token = useRouteId('token')
  const [saved, setSaved] = useState(false)
  const { form, submit, saving, error } = useContractForm({
    draft: null,
    schema: accountsApi.redeemPasswordToken.schema.body,
    initialValues: { password: '' },
    toBody: ({ password }) => ({ token, password }),
    send: (body) => call(accountsApi.redeemPasswordToken, { body }),
    onSaved: () => setSaved(true),
  })
  const spent =
    error instanceof ApiError &&
    (error.status === 404 || error.fields.some((field) => field.path === 'token'))
  if (saved || spent) {
    return (
      <Entrance
        title={t(saved ? 'savedTitle' : 'setTitle')}
        text={t(saved ? 'savedText' : 'expired')}
      >
        <AppLink to={saved ? paths.login : paths.forgotPassword}>
          {t(saved ? 'toLogin' : 'forgotTitle')}
        </AppLink>
      </Entrance>
    )
  }
  return (
    <Entrance title={t('setTitle')} text={t('setText')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <PasswordInput
            label={t('newPassword')}
            description={t('newPasswordHelp')}
            autoComplete="new-password"
            autoFocus
            visibilityToggleButtonProps={{ 'aria-label': t('show') }}
            {...form.getInputProps('password')}
          />
          {error && <ErrorNotice error={error} />}
          <Button type="submit" size="md" loading={saving} fullWidth>
            {t('savePassword')}
          </Button>
        </Stack>
      </form>
    </Entrance>
  )
}
