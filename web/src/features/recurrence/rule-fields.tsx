import { Chip, Group, Input, NumberInput, Radio, Select, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLocale, useT } from '../../i18n.tsx'
import { DayField } from '../../ui/day-field.tsx'
import classes from './recurrence.module.css'
import { seriesRuleStrings } from './rule-form.strings.ts'
import { SeriesRuleLast } from './rule-last.tsx'
import {
  type Ordinal,
  ordinals,
  type RuleValues,
  readRule,
  repeats,
  type Weekday,
  weekdays,
} from './rule-values.ts'
import { ordinalName, weekdayName } from './rule-words.ts'

interface RuleFieldsProps {
  rule: RuleValues
  onChange: (rule: RuleValues) => void
  error?: ReactNode
}

const wholeOrEmpty = (value: number | string) => (typeof value === 'number' ? value : '')

/** Which days of its month or week: the part that differs from one kind of rule to another. */
const WhenFields = ({ rule, onChange, error }: RuleFieldsProps) => {
  const t = useT(seriesRuleStrings)
  const locale = useLocale()
  if (rule.repeat === 'weekly')
    return (
      <Input.Wrapper
        label={t('rule.weekdays')}
        error={error}
        component="fieldset"
        className={classes.weekdays}
      >
        <Chip.Group
          multiple
          value={rule.weekdays}
          onChange={(days) =>
            onChange({ ...rule, weekdays: weekdays.filter((day) => days.includes(day)) })
          }
        >
          <Group gap={6} mt={4}>
            {weekdays.map((day) => (
              <Chip key={day} value={day} size="sm">
                {weekdayName(day, locale)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Input.Wrapper>
    )
  if (rule.repeat === 'monthlyDay')
    return (
      <Select
        label={t('rule.monthDay')}
        allowDeselect={false}
        data={[
          ...Array.from({ length: 31 }, (_, n) => ({
            value: String(n + 1),
            label: t('rule.dayOfMonth', { day: n + 1 }),
          })),
          { value: '-1', label: t('rule.lastDay') },
        ]}
        value={String(rule.monthDay)}
        onChange={(day) => onChange({ ...rule, monthDay: Number(day) })}
        error={error}
      />
    )
  return (
    <>
      <Select
        label={t('rule.weekday')}
        allowDeselect={false}
        data={weekdays.map((value) => ({ value, label: weekdayName(value, locale) }))}
        value={rule.weekday}
        onChange={(weekday) => onChange({ ...rule, weekday: weekday as Weekday })}
        error={error}
      />
      <Select
        label={t('rule.ordinal')}
        allowDeselect={false}
        data={ordinals.map((n) => ({ value: String(n), label: ordinalName(n, locale) }))}
        value={String(rule.ordinal)}
        onChange={(ordinal) => onChange({ ...rule, ordinal: Number(ordinal) as Ordinal })}
      />
    </>
  )
}

const EndFields = ({ rule, onChange, error }: RuleFieldsProps) => {
  const t = useT(seriesRuleStrings)
  return (
    <>
      <Radio.Group
        label={t('rule.ends')}
        value={rule.ends}
        onChange={(ends) => onChange({ ...rule, ends: ends as RuleValues['ends'] })}
      >
        <Stack gap={8} mt={4}>
          <Radio value="never" label={t('rule.endsNever')} />
          <Radio value="until" label={t('rule.endsUntil')} />
          <Radio value="count" label={t('rule.endsCount')} />
        </Stack>
      </Radio.Group>
      {rule.ends === 'until' && (
        <DayField
          label={t('rule.until')}
          lean="future"
          value={rule.until}
          onChange={(until) => onChange({ ...rule, until })}
          error={rule.until === '' && error}
        />
      )}
      {rule.ends === 'count' && (
        <NumberInput
          label={t('rule.count')}
          description={t('rule.countHint')}
          min={1}
          max={1000}
          allowDecimal={false}
          value={rule.count}
          onChange={(count) => onChange({ ...rule, count: wholeOrEmpty(count) })}
          error={rule.count === '' && error}
        />
      )}
    </>
  )
}

/** How a series recurs, asked in the words people plan in. */
export const SeriesRuleFields = ({ rule, onChange, error }: RuleFieldsProps) => {
  const t = useT(seriesRuleStrings)
  // Offered only where the series has such a rule, so that trying another kind can be undone.
  const foreign =
    rule.repeat === 'other' ||
    (rule.text !== '' && readRule(rule.text, anyFrame).repeat === 'other')
  const other = rule.repeat === 'other'
  const atEnd =
    (rule.ends === 'until' && !rule.until) || (rule.ends === 'count' && rule.count === '')
  return (
    <>
      <Select
        label={t('rule.repeat')}
        allowDeselect={false}
        data={repeats
          .filter((repeat) => repeat !== 'other' || foreign)
          .map((value) => ({ value, label: t(`rule.repeats.${value}`) }))}
        value={rule.repeat}
        onChange={(repeat) => onChange({ ...rule, repeat: repeat as RuleValues['repeat'] })}
        error={other && error}
      />
      {other ? (
        <Text c="dimmed">
          {t.rich('rule.foreign', {
            rule: () => <code className={classes.foreign}>{rule.text}</code>,
          })}
        </Text>
      ) : (
        <>
          <div className={classes.when}>
            <NumberInput
              label={t('rule.every')}
              suffix={t(rule.repeat === 'weekly' ? 'rule.weeks' : 'rule.months', {
                n: Number(rule.interval),
              })}
              min={1}
              max={120}
              allowDecimal={false}
              value={rule.interval}
              onChange={(interval) => onChange({ ...rule, interval: wholeOrEmpty(interval) })}
              error={rule.interval === '' && error}
            />
            <WhenFields
              rule={rule}
              onChange={onChange}
              error={rule.interval !== '' && !atEnd && error}
            />
          </div>
          <SeriesRuleLast rule={rule} onChange={onChange} />
          <EndFields rule={rule} onChange={onChange} error={error} />
        </>
      )}
    </>
  )
}

const anyFrame = { startsOn: '2024-01-01', startTime: '00:00', timeZone: 'UTC' }
