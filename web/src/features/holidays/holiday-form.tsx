import { Radio, Stack, Text, TextInput } from '@mantine/core'
import { holidaysApi, type OfficeDay } from '@ngopi/shared/holidays'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { DayField } from '../../ui/day-field.tsx'
import { FormPanel } from '../../ui/form-panel.tsx'
import { holidayStrings } from './holiday.strings.ts'

interface HolidayFormProps {
  /** The day to change; left out, a new one. */
  day?: OfficeDay | undefined
  onSaved: (day: OfficeDay, before: OfficeDay | null) => void
  onCancel: () => void
}

const kinds = ['national', 'joint_leave', 'working_day'] as const

/** What the office says of one day. */
export const HolidayForm = ({ day, onSaved, onCancel }: HolidayFormProps) => {
  const t = useT(holidayStrings)
  const f = useContractForm({
    draft: `holiday/${day?.date ?? 'new'}`,
    // The day stands in the address of the call; the body of an import checks it with the rest.
    schema: holidaysApi.import.schema.body,
    initialValues: { date: day?.date ?? '', name: day?.name ?? '', kind: day?.kind ?? 'national' },
    toBody: (values) => ({ days: [values] }),
    fieldOf: (path) => path.replace(/^days\.0\./, ''),
    send: async ({ days: [said] }) => {
      const { date, ...word } = said ?? { date: '', name: '', kind: 'national' as const }
      // Read before it is overwritten, to have a way back.
      const { officeDays } = await call(holidaysApi.list, { query: { from: date, to: date } })
      const saved = await call(holidaysApi.put, { params: { date }, body: word })
      return { saved, before: officeDays[0] ?? null }
    },
    onSaved: ({ saved, before }) => onSaved(saved, before),
  })
  const { values, errors } = f.form
  return (
    <FormPanel {...f} submitLabel={t('form.submit')} onCancel={onCancel}>
      <Text c="dimmed">{t('form.hint')}</Text>
      {!day && (
        <DayField
          label={t('form.day')}
          value={values.date}
          onChange={(date) => f.form.setFieldValue('date', date)}
          error={errors.date}
        />
      )}
      <TextInput
        label={t('form.name')}
        withAsterisk
        data-autofocus={day ? true : undefined}
        {...f.form.getInputProps('name')}
      />
      <Radio.Group label={t('form.kind')} {...f.form.getInputProps('kind')}>
        <Stack gap={8} mt={4}>
          {kinds.map((kind) => (
            <Radio
              key={kind}
              value={kind}
              label={t(`kind.${kind}`)}
              description={kind === 'working_day' ? t('form.workHint') : undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
    </FormPanel>
  )
}
