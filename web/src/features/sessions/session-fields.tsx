import { NumberInput, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useT } from '../../i18n.tsx'
import { zoneName } from '../../lib/format-time.ts'
import { instantOf } from '../../lib/wall-clock.ts'
import { DayField } from '../../ui/day-field.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { AgendaEditor } from '../programme/agenda-editor.tsx'
import { minutesBetween } from '../programme/agenda-times.ts'
import { GuestFields } from './guest-fields.tsx'
import type { SessionValues } from './session-values.ts'
import classes from './sessions.module.css'
import { sessionsStrings } from './sessions.strings.ts'

interface SessionFieldsProps {
  form: UseFormReturnType<SessionValues>
  /** IANA zone whose clocks the times are read by. */
  zone: string
}

/** The fields of a session, in the order an officer decides them. */
export const SessionFields = ({ form, zone }: SessionFieldsProps) => {
  const t = useT(sessionsStrings)
  const { values, errors } = form
  // One moment is made of two fields; its error stands at the one that lacks something.
  const field = (name: 'day' | 'start' | 'end' | 'closesDay' | 'closesTime', moment: string) => ({
    value: values[name],
    onChange: (value: string) => {
      form.setFieldValue(name, value)
      form.clearFieldError(moment)
    },
    error: values[name] === '' ? errors[moment] : undefined,
  })
  const start = instantOf({ day: values.day, time: values.start }, zone)
  const endError = () => {
    if (values.end === '') return errors.endsAt
    return start && errors.endsAt ? t('form.endBeforeStart') : undefined
  }
  return (
    <>
      <TextInput
        label={t('form.title')}
        withAsterisk
        data-autofocus
        {...form.getInputProps('title')}
      />
      <DayField label={t('form.day')} lean="future" {...field('day', 'startsAt')} />
      <div>
        <div className={classes.times}>
          <TimeField label={t('form.start')} {...field('start', 'startsAt')} />
          <TimeField label={t('form.end')} {...field('end', 'endsAt')} error={endError()} />
        </div>
        <Text c="dimmed" size="xs" mt={4}>
          {t('form.zone', { zone: zoneName(start ?? new Date().toISOString(), zone) })}
        </Text>
      </div>
      <TextInput label={t('form.venue')} withAsterisk {...form.getInputProps('venue')} />
      <TextInput
        type="url"
        label={t('form.mapUrl')}
        placeholder="https://"
        {...form.getInputProps('mapUrl')}
      />
      <NumberInput
        label={t('form.capacity')}
        description={t('form.capacityHint')}
        min={1}
        max={10_000}
        allowDecimal={false}
        {...form.getInputProps('capacity')}
      />
      <Radio.Group label={t('form.closes')} {...form.getInputProps('closes')}>
        <Stack gap={8} mt={4}>
          <Radio value="start" label={t('form.closesAtStart')} />
          <Radio value="other" label={t('form.closesOther')} />
        </Stack>
      </Radio.Group>
      {values.closes === 'other' && (
        <>
          <DayField label={t('form.closesDay')} {...field('closesDay', 'rsvpClosesAt')} />
          <TimeField label={t('form.closesTime')} {...field('closesTime', 'rsvpClosesAt')} />
        </>
      )}
      <AgendaEditor
        form={form}
        startTime={values.start}
        length={minutesBetween(values.start, values.end)}
      />
      <Textarea
        label={t('form.entryNote')}
        description={t('form.entryNoteHint')}
        minRows={2}
        {...form.getInputProps('entryNote')}
      />
      <Textarea label={t('form.description')} minRows={2} {...form.getInputProps('description')} />
      <GuestFields
        seatsPerOutlet={form.getInputProps('seatsPerOutlet')}
        reminders={form.values.reminders}
        onReminders={(reminders) => form.setFieldValue('reminders', reminders)}
        errors={form.errors}
      />
    </>
  )
}
