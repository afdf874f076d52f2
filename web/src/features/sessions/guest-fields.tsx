import { Button, NumberInput, type NumberInputProps, Stack } from '@mantine/core'
import type { FormErrors } from '@mantine/form'
import { useId, useState } from 'react'
import { useT } from '../../i18n.tsx'
import { Icon } from '../../ui/icon.tsx'
import { guestStrings } from './guest.strings.ts'
import { type OffsetValues, RemindersPicker } from './reminder-offsets-picker.tsx'

interface GuestFieldsProps {
  /** What the form gives the field. */
  seatsPerOutlet: NumberInputProps
  reminders: OffsetValues[] | null
  onReminders: (reminders: OffsetValues[] | null) => void
  errors: FormErrors
  ofSeries?: boolean
}

/** What concerns the guests and is seldom changed: folded away until it is, or holds something. */
export const GuestFields = ({
  seatsPerOutlet,
  reminders,
  onReminders,
  errors,
  ofSeries = false,
}: GuestFieldsProps) => {
  const t = useT(guestStrings)
  const id = useId()
  const [asked, setAsked] = useState(reminders !== null || seatsPerOutlet.value !== '')
  const error = Object.entries(errors).find(([path]) => path.startsWith('reminders'))?.[1]
  const opened = asked || error !== undefined || errors.seatsPerOutlet !== undefined
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-expanded={opened}
        aria-controls={id}
        leftSection={<Icon name={opened ? 'down' : 'right'} size={16} />}
        onClick={() => setAsked(!opened)}
      >
        {t('more')}
      </Button>
      <Stack id={id} gap="md" mt="sm" display={opened ? undefined : 'none'}>
        {opened && (
          <>
            <NumberInput
              label={t('seatsPerOutlet')}
              description={t('seatsPerOutletHint')}
              min={1}
              max={500}
              allowDecimal={false}
              {...seatsPerOutlet}
            />
            <RemindersPicker
              value={reminders}
              onChange={onReminders}
              error={error}
              ofSeries={ofSeries}
            />
          </>
        )}
      </Stack>
    </div>
  )
}
