import { Button, Stack, TextInput } from '@mantine/core'
import { accountsApi } from '@ngopi/shared/accounts'
import { useState } from 'react'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { paths } from '../../paths.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { AppLink } from '../../ui/link.tsx'
import { Entrance } from './entrance.tsx'
import { setupStrings } from './setup.strings.ts'

export const ForgotPasswordPage = () => {
  const t = useT(setupStrings)
  const [sent, setSent] = useState(false)
  const { form, submit, saving, error } = useContractForm({
    draft: null,
    schema: accountsApi.requestPasswordReset.schema.body,
    initialValues: { email: '' },
    send: (body) => call(accountsApi.requestPasswordReset, { body }),
    onSaved: () => setSent(true),
  })
  if (sent) {
    return (
      <Entrance title={t('sentTitle')} text={t('sentText')}>
        <AppLink to={paths.login}>{t('toLogin')}</AppLink>
      </Entrance>
    )
  }
  return (
    <Entrance title={t('forgotTitle')} text={t('forgotText')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="username"
            autoFocus
            {...form.getInputProps('email')}
          />
          {error && <ErrorNotice error={error} />}
          <Button type="submit" size="md" loading={saving} fullWidth>
            {t('sendLink')}
          </Button>
          <AppLink to={paths.login}>{t('toLogin')}</AppLink>
        </Stack>
      </form>
    </Entrance>
  )
}
