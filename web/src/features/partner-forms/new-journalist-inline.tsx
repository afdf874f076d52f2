import { Button, Fieldset, Group, TextInput } from '@mantine/core'
import { type Journalist, journalistsApi } from '@ngopi/shared/journalists'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { ApiError } from '../../lib/api-error.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { useRefreshPartners } from './api.ts'
import { journalistStrings } from './journalist.strings.ts'
import { partnerStrings } from './partner.strings.ts'

interface NewJournalistInlineProps {
  name: string
  onCreated: (journalist: Journalist) => void
  onCancel: () => void
}

/**
 * Records a journalist in the middle of another form, with a number or an address to reach them by. No form of its
 * own: one inside another would send both.
 */
export const NewJournalistInline = ({ name, onCreated, onCancel }: NewJournalistInlineProps) => {
  const t = useT(journalistStrings)
  const partner = useT(partnerStrings)
  const common = useT(commonStrings)
  const refresh = useRefreshPartners()
  const [contact, setContact] = useState({ phone: '', email: '' })
  const create = useMutation({
    mutationFn: () => {
      const phone = contact.phone.trim() || null
      const email = contact.email.trim() || null
      return call(journalistsApi.create, { body: { fullName: name, phone, email } })
    },
    onSuccess: (journalist) => {
      void refresh()
      onCreated(journalist)
    },
  })
  const fields = create.error instanceof ApiError ? create.error.fields : []
  const field = (path: 'phone' | 'email') => ({
    label: partner(path),
    size: 'sm' as const,
    value: contact[path],
    error: fields.find((one) => one.path === path)?.message,
    onChange: (event: { currentTarget: { value: string } }) =>
      setContact({ ...contact, [path]: event.currentTarget.value }),
  })
  const reachable = contact.phone.trim() !== '' || contact.email.trim() !== ''
  return (
    <Fieldset variant="filled" legend={t('createTitle', { name })} p="sm" mt="xs">
      <TextInput {...field('phone')} type="tel" autoComplete="off" autoFocus />
      <TextInput
        {...field('email')}
        mt="xs"
        type="email"
        autoComplete="off"
        description={t('createHint')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
      />
      {create.error && fields.length === 0 && <ErrorNotice error={create.error} />}
      <Group gap="xs" mt="sm">
        <Button
          size="xs"
          variant="default"
          loading={create.isPending}
          disabled={!reachable}
          onClick={() => create.mutate()}
        >
          {t('createSubmit')}
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={onCancel}>
          {common('cancel')}
        </Button>
      </Group>
    </Fieldset>
  )
}
