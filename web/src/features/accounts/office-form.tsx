import { Select, SimpleGrid, Textarea, TextInput, Title } from '@mantine/core'
import { type Office, officesApi } from '@ngopi/shared/offices'
import { useQueryClient } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { readAgain } from '../../lib/query.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { FormPanel } from '../../ui/form-panel.tsx'
import { toast } from '../../ui/toast.tsx'
import { OfficeLogoField } from './office-logo-field.tsx'
import { settingsStrings } from './settings.strings.ts'
import { timeZoneChoices } from './time-zones.ts'

const valuesOf = (office: Office) => ({
  name: office.name,
  city: office.city ?? '',
  timeZone: office.timeZone,
  lines: office.letterhead.lines.join('\n'),
  signatoryName: office.letterhead.signatoryName,
  signatoryTitle: office.letterhead.signatoryTitle,
  signatoryNip: office.letterhead.signatoryNip,
  contactName: office.pressContact?.name ?? '',
  contactPhone: office.pressContact?.phone ?? '',
  contactEmail: office.pressContact?.email ?? '',
})
type OfficeValues = ReturnType<typeof valuesOf>

const bodyOf = (values: OfficeValues, version: number) => ({
  version,
  name: values.name,
  city: values.city.trim() || null,
  timeZone: values.timeZone,
  letterhead: {
    lines: values.lines.split('\n').filter((line) => line.trim() !== ''),
    signatoryName: values.signatoryName,
    signatoryTitle: values.signatoryTitle,
    signatoryNip: values.signatoryNip,
  },
  pressContact:
    values.contactName.trim() || values.contactPhone.trim() || values.contactEmail.trim()
      ? {
          name: values.contactName,
          phone: values.contactPhone,
          email: values.contactEmail.trim() || null,
        }
      : null,
})

const fieldOf = (path: string): string => {
  if (path.startsWith('letterhead.lines')) return 'lines'
  if (path.startsWith('letterhead.')) return path.slice('letterhead.'.length)
  if (path === 'pressContact.name') return 'contactName'
  if (path === 'pressContact.email') return 'contactEmail'
  if (path.startsWith('pressContact')) return 'contactPhone'
  return path
}

interface OfficeFormProps {
  office: Office
  onSaved?: () => void
}

/** Name, zone, letterhead and press contact of an office. */
export const OfficeForm = ({ office, onSaved }: OfficeFormProps) => {
  const t = useT(settingsStrings)
  const cache = useQueryClient()
  const { form, ...panel } = useContractForm({
    draft: `office/${office.id}`,
    schema: officesApi.update.schema.body,
    initialValues: valuesOf(office),
    toBody: (values) => bodyOf(values, office.version),
    fieldOf,
    send: (body) => call(officesApi.update, { params: { id: office.id }, body }),
    onSaved: () => {
      void readAgain(cache, 'offices')
      void toast(t('saved'))
      onSaved?.()
    },
  })
  const zones = timeZoneChoices.some((zone) => zone.value === office.timeZone)
    ? timeZoneChoices
    : [...timeZoneChoices, { value: office.timeZone, label: office.timeZone }]
  return (
    <FormPanel
      {...panel}
      submitLabel={t('save')}
      onTakeTheirs={(current) => form.setValues(valuesOf(current as Office))}
    >
      <TextInput label={t('officeName')} {...form.getInputProps('name')} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput label={t('city')} {...form.getInputProps('city')} />
        <Select
          label={t('timeZone')}
          data={zones}
          allowDeselect={false}
          {...form.getInputProps('timeZone')}
        />
      </SimpleGrid>
      <Title order={2} mt="md">
        {t('pressContact')}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={t('contactName')}
          description={t('pressContactHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('contactName')}
        />
        <TextInput label={t('contactPhone')} type="tel" {...form.getInputProps('contactPhone')} />
        <TextInput
          label={t('contactEmail')}
          description={t('contactEmailHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          type="email"
          {...form.getInputProps('contactEmail')}
        />
      </SimpleGrid>
      <Title order={2} mt="md">
        {t('letterhead')}
      </Title>
      <OfficeLogoField office={office} />
      <Textarea
        label={t('letterheadLines')}
        description={t('letterheadHelp')}
        autosize
        minRows={3}
        {...form.getInputProps('lines')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput label={t('signatory')} {...form.getInputProps('signatoryName')} />
        <TextInput label={t('signatoryTitle')} {...form.getInputProps('signatoryTitle')} />
        <TextInput label={t('nip')} inputMode="numeric" {...form.getInputProps('signatoryNip')} />
      </SimpleGrid>
    </FormPanel>
  )
}
