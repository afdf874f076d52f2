import { ActionIcon, Button, Group, NumberInput, Radio, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '../../i18n.tsx'
import { Icon } from '../../ui/icon.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import classes from './reminder-offsets.module.css'
import { reminderOffsetsStrings } from './reminder-offsets.strings.ts'

/** An offset on screen, perhaps not yet complete. */
export interface OffsetValues {
  daysBefore: number | ''
  at: string
}

const maxItems = 6

/** What one begins with who sets the times oneself. */
const usual: OffsetValues[] = [
  { daysBefore: 3, at: '09:00' },
  { daysBefore: 1, at: '09:00' },
  { daysBefore: 0, at: '07:00' },
]

interface RowsProps {
  value: readonly OffsetValues[]
  onChange: (value: OffsetValues[]) => void
  error?: ReactNode
}

/** So many days before, at such a time: up to six reminders. */
export const ReminderOffsetsPicker = ({ value, onChange, error }: RowsProps) => {
  const t = useT(reminderOffsetsStrings)
  const change = (at: number, part: Partial<OffsetValues>) =>
    onChange(value.map((one, i) => (i === at ? { ...one, ...part } : one)))
  return (
    <Stack gap="xs">
      {value.map((offset, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is nothing but its place and these two values
        <div key={i} className={classes.offset}>
          <NumberInput
            label={t('days')}
            min={0}
            max={60}
            allowDecimal={false}
            value={offset.daysBefore}
            onChange={(days) => change(i, { daysBefore: typeof days === 'number' ? days : '' })}
          />
          <TimeField label={t('time')} value={offset.at} onChange={(at) => change(i, { at })} />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="input-sm"
            aria-label={t('remove', { n: String(i + 1) })}
            onClick={() => onChange(value.filter((_, at) => at !== i))}
          >
            <Icon name="close" size={18} />
          </ActionIcon>
        </div>
      ))}
      {error && (
        <Text size="sm" c="red.8" role="alert">
          {error}
        </Text>
      )}
      <Group gap="sm" align="center">
        <Button
          variant="default"
          size="xs"
          leftSection={<Icon name="plus" size={16} />}
          disabled={value.length >= maxItems}
          onClick={() => onChange([...value, { daysBefore: 1, at: '' }])}
        >
          {t('add')}
        </Button>
      </Group>
      <Text size="xs" c="dimmed">
        {t('hint')}
      </Text>
    </Stack>
  )
}

interface ChoiceProps extends Omit<RowsProps, 'value' | 'onChange'> {
  /** Null: those of the series or the office. */
  value: OffsetValues[] | null
  onChange: (value: OffsetValues[] | null) => void
  /** Of a series: the office alone comes before it. */
  ofSeries?: boolean
}

/** Whether reminders are those of above, or set here. */
export const RemindersPicker = ({ value, onChange, ofSeries = false, error }: ChoiceProps) => {
  const t = useT(reminderOffsetsStrings)
  return (
    <Stack gap="sm">
      <Radio.Group
        label={t('source')}
        value={value === null ? 'inherited' : 'own'}
        onChange={(source) => onChange(source === 'own' ? usual : null)}
      >
        <Stack gap={8} mt={4}>
          <Radio value="inherited" label={t(ofSeries ? 'ofOffice' : 'inherited')} />
          <Radio value="own" label={t('own')} />
        </Stack>
      </Radio.Group>
      {value !== null && <ReminderOffsetsPicker value={value} onChange={onChange} error={error} />}
    </Stack>
  )
}
