import { NumberInput, Radio, Select, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { holidayPolicy } from '@ngopi/shared/series'
import type { ReactNode } from 'react'
import { useT } from '../../i18n.tsx'
import { zoneName } from '../../lib/format-time.ts'
import { instantOf } from '../../lib/wall-clock.ts'
import { DayField } from '../../ui/day-field.tsx'
import { DaysField } from '../../ui/days-field.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { AgendaEditor } from '../programme/agenda-editor.tsx'
import { SeriesRuleFields } from '../recurrence/rule-fields.tsx'
import { GuestFields } from '../sessions/guest-fields.tsx'
import sessionClasses from '../sessions/sessions.module.css'
import { sessionsStrings } from '../sessions/sessions.strings.ts'
import classes from './series.module.css'
import { seriesStrings } from './series.strings.ts'
import { lengthOf, type SeriesValues, units } from './series-values.ts'

interface SeriesFieldsProps {
  form: UseFormReturnType<SeriesValues>
  /** IANA zone of the series. */
  zone: string
  preview: ReactNode
  /** What is asked before all else. */
  first?: ReactNode
  /** Whether the first day is asked; a split has its own. */
  withStart?: boolean
}

const WhenFields = ({ form, zone, withStart }: Omit<SeriesFieldsProps, 'preview'>) => {
  const t = useT(seriesStrings)
  const session = useT(sessionsStrings)
  const { values, errors } = form
  const input = <K extends keyof SeriesValues & string>(name: K) => ({
    value: values[name],
    onChange: (value: SeriesValues[K]) => {
      form.setValues({ [name]: value } as Partial<SeriesValues>)
      form.clearFieldError(name)
    },
    error: errors[name],
  })
  const first = instantOf({ day: values.startsOn, time: values.start || '00:00' }, zone)
  const nextDay = values.start !== '' && values.end !== '' && values.end < values.start
  return (
    <>
      <SeriesRuleFields rule={values.rule} onChange={input('rule').onChange} error={errors.rule} />
      {withStart && <DayField label={t('form.startsOn')} lean="future" {...input('startsOn')} />}
      <div>
        <div className={sessionClasses.times}>
          <TimeField label={session('form.start')} {...input('start')} />
          <TimeField label={session('form.end')} {...input('end')} />
        </div>
        <Text c="dimmed" size="xs" mt={4}>
          {session('form.zone', { zone: zoneName(first ?? new Date().toISOString(), zone) })}
          {nextDay && ` · ${t('form.nextDay')}`}
        </Text>
      </div>
      <DaysField
        label={t('form.extraDates')}
        description={t('form.extraHint')}
        placeholder={t('form.noDates')}
        {...input('extraDates')}
      />
      <DaysField
        label={t('form.skippedDates')}
        description={t('form.skippedHint')}
        placeholder={t('form.noDates')}
        {...input('skippedDates')}
      />
      <Radio.Group label={t('form.holidays')} {...form.getInputProps('holidayPolicy')}>
        <Stack gap={8} mt={4}>
          {holidayPolicy.options.map((value) => (
            <Radio key={value} value={value} label={t(`holidays.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
    </>
  )
}

const ClosesFields = ({ form }: Pick<SeriesFieldsProps, 'form'>) => {
  const t = useT(seriesStrings)
  const session = useT(sessionsStrings)
  return (
    <>
      <Radio.Group label={session('form.closes')} {...form.getInputProps('closes')}>
        <Stack gap={8} mt={4}>
          <Radio value="start" label={session('form.closesAtStart')} />
          <Radio value="before" label={session('form.closesOther')} />
        </Stack>
      </Radio.Group>
      {form.values.closes === 'before' && (
        <div className={classes.pair}>
          <NumberInput
            label={t('form.closesAmount')}
            min={0}
            allowDecimal={false}
            {...form.getInputProps('closesAmount')}
          />
          <Select
            label={t('form.closesUnit')}
            allowDeselect={false}
            data={units.map((value) => ({ value, label: t(`units.${value}`) }))}
            {...form.getInputProps('closesUnit')}
          />
        </div>
      )}
    </>
  )
}

const EachFields = ({ form }: Pick<SeriesFieldsProps, 'form'>) => {
  const session = useT(sessionsStrings)
  return (
    <>
      <TextInput label={session('form.venue')} withAsterisk {...form.getInputProps('venue')} />
      <TextInput
        type="url"
        label={session('form.mapUrl')}
        placeholder="https://"
        {...form.getInputProps('mapUrl')}
      />
      <NumberInput
        label={session('form.capacity')}
        description={session('form.capacityHint')}
        min={1}
        max={10_000}
        allowDecimal={false}
        {...form.getInputProps('capacity')}
      />
      <ClosesFields form={form} />
      <AgendaEditor form={form} startTime={form.values.start} length={lengthOf(form.values)} />
      <Textarea
        label={session('form.entryNote')}
        description={session('form.entryNoteHint')}
        minRows={2}
        {...form.getInputProps('entryNote')}
      />
      <Textarea
        label={session('form.description')}
        minRows={2}
        {...form.getInputProps('description')}
      />
      <GuestFields
        seatsPerOutlet={form.getInputProps('seatsPerOutlet')}
        reminders={form.values.reminders}
        onReminders={(reminders) => form.setFieldValue('reminders', reminders)}
        errors={form.errors}
        ofSeries
      />
    </>
  )
}

/** The fields of a series: what it is called, when, where, and what each session begins with. */
export const SeriesFields = ({
  form,
  zone,
  preview,
  first,
  withStart = true,
}: SeriesFieldsProps) => {
  const t = useT(seriesStrings)
  const session = useT(sessionsStrings)
  return (
    <div className={classes.form}>
      <Stack gap="md">
        {first}
        <TextInput
          label={session('form.title')}
          withAsterisk
          data-autofocus
          {...form.getInputProps('title')}
        />
        <Title order={3} mt="sm">
          {t('form.when')}
        </Title>
        <WhenFields form={form} zone={zone} withStart={withStart} />
      </Stack>
      <div className={classes.aside}>{preview}</div>
      <Stack gap="md">
        <Title order={3} mt="sm">
          {t('form.each')}
        </Title>
        <EachFields form={form} />
      </Stack>
    </div>
  )
}
