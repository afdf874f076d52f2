import { Alert, Button, Text } from '@mantine/core'
import { useLocale, useT } from '../../i18n.tsx'
import { Icon } from '../../ui/icon.tsx'
import { seriesRuleStrings } from './rule-form.strings.ts'
import { lastInstead, missesMonths, type RuleValues } from './rule-values.ts'
import { weekdayName } from './rule-words.ts'

/** Not every month has a 31st or a fifth Wednesday: the last one may be what is meant. */
export const SeriesRuleLast = ({
  rule,
  onChange,
}: {
  rule: RuleValues
  onChange: (rule: RuleValues) => void
}) => {
  const t = useT(seriesRuleStrings)
  const locale = useLocale()
  if (!missesMonths(rule)) return null
  const byDay = rule.repeat === 'monthlyDay'
  const weekday = weekdayName(rule.weekday, locale)
  return (
    <Alert variant="light" color="gray" icon={<Icon name="info" />} role="status">
      <Text>
        {byDay
          ? t('rule.missesDay', { day: Number(rule.monthDay) })
          : t('rule.missesWeekday', { weekday })}
      </Text>
      <Button size="xs" variant="default" mt="xs" onClick={() => onChange(lastInstead(rule))}>
        {byDay ? t('rule.useLastDay') : t('rule.useLastWeekday', { weekday })}
      </Button>
    </Alert>
  )
}
