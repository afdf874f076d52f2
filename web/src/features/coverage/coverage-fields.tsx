import { Radio, Select, Text, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { coverageKind, depth, reporting } from '@ngopi/shared/coverage'
import { useState } from 'react'
import { useT } from '../../i18n.tsx'
import { zoneName } from '../../lib/format-time.ts'
import { instantOf } from '../../lib/wall-clock.ts'
import { DayField } from '../../ui/day-field.tsx'
import type { Picked } from '../../ui/entity-picker.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { JournalistPicker } from '../partner-forms/journalist-picker.tsx'
import { OutletPicker } from '../partner-forms/outlet-picker.tsx'
import { SessionPicker } from '../sessions/session-picker.tsx'
import classes from './coverage.module.css'
import { coverageStrings } from './coverage.strings.ts'
import type { CoverageValues, Preview } from './coverage-values.ts'
import { QuestionSelect } from './question-select.tsx'
import { UrlField } from './url-field.tsx'

interface CoverageFieldsProps {
  form: UseFormReturnType<CoverageValues>
  /** IANA zone whose clocks the time of publication is read by. */
  zone: string
}

const quoted = ['yes', 'no'] as const

/** The fields of a placement: the address first, since it fills most of the others. */
export const CoverageFields = ({ form, zone }: CoverageFieldsProps) => {
  const t = useT(coverageStrings)
  const [read, setRead] = useState<Preview>()
  const { kind, day, time, outlet } = form.values
  const noon = instantOf({ day, time: '12:00' }, zone) ?? new Date().toISOString()
  const picker = (name: 'outlet' | 'journalist' | 'session') => ({
    label: t(`form.${name}`),
    value: form.values[name],
    onChange: (picked: Picked | null) => {
      form.setFieldValue(name, picked)
      form.clearFieldError(name)
    },
    error: form.errors[name],
  })
  // One moment is made of two fields; its error stands at the one that lacks something.
  const lacksTime = day !== '' && time === ''
  const moment = (name: 'day' | 'time') => ({
    value: form.values[name],
    onChange: (value: string) => {
      form.setFieldValue(name, value)
      form.clearFieldError('day')
    },
  })
  const online = kind === 'online'
  return (
    <>
      <Radio.Group label={t('form.kind')} {...form.getInputProps('kind')}>
        <div className={classes.choices}>
          {coverageKind.options.map((value) => (
            <Radio key={value} value={value} label={t(`kind.${value}`)} />
          ))}
        </div>
      </Radio.Group>
      {online && <UrlField form={form} zone={zone} onRead={setRead} />}
      <TextInput label={t('form.title')} withAsterisk {...form.getInputProps('title')} />
      <div>
        <div className={classes.times}>
          <DayField
            label={t('form.day')}
            lean="past"
            short
            {...moment('day')}
            error={lacksTime ? undefined : form.errors.day}
          />
          <TimeField
            label={t('form.time')}
            {...moment('time')}
            error={lacksTime ? form.errors.day : undefined}
          />
        </div>
        <Text c="dimmed" size="xs" mt={4}>
          {t('form.zone', { zone: zoneName(noon, zone) })}
        </Text>
      </div>
      {!online && (
        <TextInput
          label={t(kind === 'print' ? 'form.page' : 'form.air')}
          description={t(kind === 'print' ? 'form.pageHint' : 'form.airHint')}
          {...form.getInputProps('placement')}
        />
      )}
      <OutletPicker
        {...picker('outlet')}
        withAsterisk
        {...(online && !outlet && read?.outletName
          ? { description: t('form.outletRead', { name: read.outletName }) }
          : {})}
      />
      <JournalistPicker {...picker('journalist')} {...(outlet ? { outletId: outlet.id } : {})} />
      <SessionPicker
        {...picker('session')}
        onChange={(session) => {
          // A question belongs to the session it was asked at.
          if (session?.id !== form.getValues().session?.id) form.setFieldValue('question', null)
          picker('session').onChange(session)
        }}
      />
      {form.values.session && (
        <QuestionSelect
          sessionId={form.values.session.id}
          value={form.values.question}
          onChange={(question) => form.setFieldValue('question', question)}
          error={form.errors.question}
        />
      )}
      <div className={classes.pair}>
        <Select
          label={t('form.reporting')}
          clearable
          data={reporting.options.map((value) => ({ value, label: t(`reporting.${value}`) }))}
          {...form.getInputProps('reporting')}
        />
        <Select
          label={t('form.depth')}
          clearable
          data={depth.options.map((value) => ({ value, label: t(`depth.${value}`) }))}
          {...form.getInputProps('depth')}
        />
      </div>
      <Select
        label={t('form.quoted')}
        clearable
        data={quoted.map((value) => ({ value, label: t(`quoted.${value}`) }))}
        {...form.getInputProps('quoted')}
      />
      <TextInput label={t('form.author')} {...form.getInputProps('author')} />
      <Textarea label={t('form.excerpt')} minRows={2} {...form.getInputProps('excerpt')} />
    </>
  )
}
