import { Checkbox, Group, Radio, Select, Stack, Text, Title } from '@mantine/core'
import { type Office, officesApi, sendingRules } from '@ngopi/shared/offices'
import { useQueryClient } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { readAgain } from '../../lib/query.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { FormPanel } from '../../ui/form-panel.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { type OffsetValues, ReminderOffsetsPicker } from '../sessions/reminder-offsets-picker.tsx'
import { durationOf, offerTimes } from './offer-duration.ts'
import { sendingStrings } from './sending.strings.ts'

const valuesOf = ({ sending }: Office) => ({
  quiet: sending.quietHours !== null,
  from: sending.quietHours?.from ?? '20:00',
  until: sending.quietHours?.until ?? '07:00',
  seatPolicy: sending.seatPolicy,
  offerMinutes: String(sending.offerMinutes),
  reminders: sending.reminders as OffsetValues[],
})

type Values = ReturnType<typeof valuesOf>

const bodyOf = (values: Values, version: number) => ({
  version,
  sending: {
    quietHours: values.quiet ? { from: values.from, until: values.until } : null,
    seatPolicy: values.seatPolicy,
    offerMinutes: Number(values.offerMinutes),
    reminders: values.reminders,
  },
})

const fieldOf = (path: string): string => {
  const [, field = path, part] = path.split('.')
  return field === 'quietHours' ? (part ?? 'until') : field
}

/** When automatic messages rest, what reminds guests, and what becomes of a freed seat. */
export const SendingForm = ({ office }: { office: Office }) => {
  const t = useT(sendingStrings)
  const cache = useQueryClient()
  const { form, ...panel } = useContractForm({
    draft: `sending/${office.id}`,
    schema: officesApi.update.schema.body,
    initialValues: valuesOf(office),
    toBody: (values) => bodyOf(values, office.version),
    fieldOf,
    send: (body) => call(officesApi.update, { params: { id: office.id }, body }),
    onSaved: () => {
      void readAgain(cache, 'offices')
      void toast(t('saved'))
    },
  })
  const values = form.getValues()
  const duration = (minutes: number) => {
    const { unit, n } = durationOf(minutes)
    return t(`duration.${unit}`, { n })
  }
  return (
    <FormPanel
      {...panel}
      submitLabel={t('save')}
      onTakeTheirs={(current) => form.setValues(valuesOf(current as Office))}
    >
      <Title order={2}>{t('quiet')}</Title>
      <Checkbox
        label={t('quietOn')}
        description={t('quietHelp')}
        {...form.getInputProps('quiet', { type: 'checkbox' })}
      />
      {values.quiet && (
        <Group gap="md" align="flex-start" grow maw={320}>
          <TimeField
            label={t('from')}
            value={values.from}
            onChange={(time) => form.setFieldValue('from', time)}
            error={form.errors.from}
          />
          <TimeField
            label={t('until')}
            value={values.until}
            onChange={(time) => form.setFieldValue('until', time)}
            error={form.errors.until}
          />
        </Group>
      )}
      <div>
        <Title order={2} mt="md">
          {t('reminders')}
        </Title>
        <Text c="dimmed" size="sm">
          {t('remindersHelp')}
        </Text>
      </div>
      <ReminderOffsetsPicker
        value={values.reminders}
        onChange={(reminders) => form.setFieldValue('reminders', reminders)}
        error={form.errors.reminders}
      />
      <Title order={2} mt="md">
        {t('seats')}
      </Title>
      <Radio.Group aria-label={t('seats')} {...form.getInputProps('seatPolicy')}>
        <Stack gap="sm">
          {sendingRules.shape.seatPolicy.options.map((policy) => (
            <Radio
              key={policy}
              value={policy}
              label={t(`policy.${policy}`)}
              description={t(`policyHelp.${policy}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {values.seatPolicy === 'offer' && (
        <Select
          label={t('offerMinutes')}
          maw={240}
          allowDeselect={false}
          data={offerTimes(office.sending.offerMinutes).map((minutes) => ({
            value: String(minutes),
            label: duration(minutes),
          }))}
          {...form.getInputProps('offerMinutes')}
        />
      )}
    </FormPanel>
  )
}
