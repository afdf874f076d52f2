import { Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { type Office, officesApi } from '@ngopi/shared/offices'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { ask, readAgain } from '../../lib/query.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { useUser } from '../../lib/use-session.ts'
import { paths } from '../../paths.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { FormPanel } from '../../ui/form-panel.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { OfficeForm } from './office-form.tsx'
import { settingsStrings } from './settings.strings.ts'
import { timeZoneChoices } from './time-zones.ts'

const NewOfficeForm = ({ onDone }: { onDone: () => void }) => {
  const t = useT(settingsStrings)
  const cache = useQueryClient()
  const { form, ...panel } = useContractForm({
    draft: 'office/new',
    schema: officesApi.create.schema.body,
    initialValues: { name: '', city: '', timeZone: 'Asia/Jakarta' },
    send: (body) => call(officesApi.create, { body }),
    onSaved: () => {
      void readAgain(cache, 'offices')
      onDone()
    },
  })
  return (
    <FormPanel {...panel} submitLabel={t('saveChild')} onCancel={onDone}>
      <TextInput label={t('officeName')} data-autofocus {...form.getInputProps('name')} />
      <TextInput label={t('city')} {...form.getInputProps('city')} />
      <Select
        label={t('timeZone')}
        data={timeZoneChoices}
        allowDeselect={false}
        {...form.getInputProps('timeZone')}
      />
    </FormPanel>
  )
}

export const ChildOfficesPage = () => {
  const t = useT(settingsStrings)
  const user = useUser()
  const [panel, setPanel] = useState<'new' | Office>()
  const { data, error, refetch } = useQuery(ask(officesApi.list))
  const children = data?.items.filter((office) => office.id !== user.office.id)
  const add = (
    <Button
      w="fit-content"
      leftSection={<Icon name="plus" size={18} />}
      onClick={() => setPanel('new')}
    >
      {t('addChild')}
    </Button>
  )
  return (
    <Stack gap="md" maw={720}>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!children && !error && <SkeletonRows rows={3} />}
      {children?.length === 0 && (
        <EmptyState icon="people" title={t('noChildren')} text={t('noChildrenText')} action={add} />
      )}
      {children && children.length > 0 && add}
      {children?.map((office) => (
        <Group key={office.id} justify="space-between" gap="sm">
          <div>
            <Title order={2} size="h4">
              {office.name}
            </Title>
            <Text size="sm" c="dimmed">
              {[office.city, office.timeZone].filter(Boolean).join(' · ')}
            </Text>
          </div>
          <Group gap="xs">
            <ButtonLink variant="default" size="xs" to={paths.users} search={{ kantor: office.id }}>
              {t('manageUsers')}
            </ButtonLink>
            <Button variant="default" size="xs" onClick={() => setPanel(office)}>
              {t('edit')}
            </Button>
          </Group>
        </Group>
      ))}
      <SidePanel
        opened={panel !== undefined}
        onClose={() => setPanel(undefined)}
        title={panel === 'new' ? t('addChild') : (panel?.name ?? '')}
        size={560}
      >
        {panel === 'new' ? (
          <NewOfficeForm onDone={() => setPanel(undefined)} />
        ) : (
          panel && (
            <OfficeForm key={panel.version} office={panel} onSaved={() => setPanel(undefined)} />
          )
        )}
      </SidePanel>
    </Stack>
  )
}
