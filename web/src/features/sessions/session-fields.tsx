import { NumberInput, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useLocale, useT } from '../../i18n.tsx'
import { formatDay, zoneName } from '../../lib/format-time.ts'
import { instantOf } from '../../lib/wall-clock.ts'
import { AgendaEditor } from './agenda-editor.tsx'
import { sessionsMessages } from './messages.ts'
import type { SessionValues } from './session-values.ts'
import classes from './sessions.module.css'

interface SessionFieldsProps {
  form: UseFormReturnType<SessionValues>
  /** IANA zone whose clocks the times are read by. */
  zone: string
}

/** The fields of a session, in the order an officer decides them. */
export const SessionFields = ({ form, zone }: SessionFieldsProps) => {
  const t = useT(sessionsMessages)
  const locale = useLocale()
  const { values, errors } = form
  const noon = instantOf({ day: values.day, time: '12:00' }, zone)
  // One moment is made of two fields; its error stands at the one that lacks something.
  const field = (name: keyof SessionValues & string, moment: string, blame: boolean) => ({
    ...form.getInputProps(name),
    onChange: (event: { currentTarget: { value: string } }) => {
      form.setFieldValue(name, event.currentTarget.value)
      form.clearFieldError(moment)
    },
    error: blame ? errors[moment] : undefined,
  })
  return (
    <>
      <TextInput
        label={t('form.title')}
        withAsterisk
        data-autofocus
        {...form.getInputProps('title')}
      />
      <div>
        <div className={classes.times}>
          <TextInput
            type="date"
            label={t('form.day')}
            withAsterisk
            {...field('day', 'startsAt', !values.day || values.start !== '')}
          />
          <TextInput
            type="time"
            label={t('form.start')}
            withAsterisk
            {...field('start', 'startsAt', values.start === '')}
          />
          <TextInput
            type="time"
            label={t('form.end')}
            withAsterisk
            {...field('end', 'endsAt', values.day !== '' || values.end === '')}
            error={values.end && values.day && errors.endsAt ? t('form.endBeforeStart') : undefined}
          />
        </div>
        <Text c="dimmed" size="xs" mt={4}>
          {noon && `${formatDay(values.day, locale, { long: true })}. `}
          {t('form.zone', { zone: zoneName(noon ?? new Date().toISOString(), zone) })}
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
        <div className={classes.times}>
          <TextInput
            type="date"
            label={t('form.closesDay')}
            withAsterisk
            {...field('closesDay', 'rsvpClosesAt', !values.closesDay || values.closesTime !== '')}
          />
          <TextInput
            type="time"
            label={t('form.closesTime')}
            withAsterisk
            {...field('closesTime', 'rsvpClosesAt', values.closesTime === '')}
          />
        </div>
      )}
      <AgendaEditor form={form} />
      <Textarea
        label={t('form.entryNote')}
        description={t('form.entryNoteHint')}
        minRows={2}
        {...form.getInputProps('entryNote')}
      />
      <Textarea label={t('form.description')} minRows={2} {...form.getInputProps('description')} />
    </>
  )
}
