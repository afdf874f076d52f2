import { Button, Fieldset, Group, Select } from '@mantine/core'
import { type Outlet, outletsApi, platform } from '@ngopi/shared/outlets'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { useRefreshPartners } from './api.ts'
import { outletStrings } from './outlet.strings.ts'

interface NewOutletInlineProps {
  name: string
  onCreated: (outlet: Outlet) => void
  onCancel: () => void
}

/**
 * Records an outlet in the middle of another form, with what cannot be left out. No form of its
 * own: one inside another would send both.
 */
export const NewOutletInline = ({ name, onCreated, onCancel }: NewOutletInlineProps) => {
  const t = useT(outletStrings)
  const common = useT(commonStrings)
  const refresh = useRefreshPartners()
  const [kind, setKind] = useState<Outlet['platform']>('online')
  const create = useMutation({
    mutationFn: () => call(outletsApi.create, { body: { name, platform: kind } }),
    onSuccess: (outlet) => {
      void refresh()
      onCreated(outlet)
    },
  })
  return (
    <Fieldset variant="filled" legend={t('createTitle', { name })} p="sm" mt="xs">
      <Select<Outlet['platform']>
        label={t('platform')}
        size="sm"
        data={platform.options.map((value) => ({ value, label: common(`platform.${value}`) }))}
        value={kind}
        onChange={(value) => value && setKind(value)}
      />
      {create.error && <ErrorNotice error={create.error} />}
      <Group gap="xs" mt="sm">
        <Button
          size="xs"
          variant="default"
          loading={create.isPending}
          onClick={() => create.mutate()}
          autoFocus
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
