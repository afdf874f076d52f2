import { Loader, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type PlannedDate, seriesApi } from '@ngopi/shared/series'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useLocale, useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { errorText } from '../../lib/error-text.ts'
import { dayIn, formatDay, formatMonth } from '../../lib/format-time.ts'
import { keyOf } from '../../lib/query.ts'
import { Icon } from '../../ui/icon.tsx'
import { seriesRuleStrings } from '../recurrence/rule-form.strings.ts'
import { listed, sentence } from '../recurrence/rule-words.ts'
import { useWarningText } from '../sessions/calendar-warnings.tsx'
import classes from './series.module.css'
import { frameOf, lengthOf, ruleBodyOf, type SeriesValues } from './series-values.ts'

const DateRow = ({ date, zone }: { date: PlannedDate; zone: string }) => {
  const t = useT(seriesRuleStrings)
  const locale = useLocale()
  const warningText = useWarningText()
  const named = formatDay(date.occurrenceDate, locale)
  const actualDay = date.startsAt && dayIn(date.startsAt, zone)
  const notes = [
    ...(date.extra ? [t('preview.extra')] : []),
    ...(actualDay ? [] : [t('preview.skipped')]),
    ...(date.movedByHoliday ? [t('preview.movedFrom', { day: named })] : []),
    ...date.warnings.map(warningText),
  ]
  return (
    <li className={classes.date} data-skipped={!actualDay || undefined}>
      <time dateTime={actualDay ?? date.occurrenceDate}>
        {actualDay ? formatDay(actualDay, locale) : named}
      </time>
      {notes.length > 0 && (
        <span className={classes.notes}>
          {date.warnings.length > 0 && <Icon name="warning" size={14} />}
          {notes.join(' · ')}
        </span>
      )}
    </li>
  )
}

const MonthsWithout = ({ months }: { months: readonly string[] }) => {
  const t = useT(seriesRuleStrings)
  const locale = useLocale()
  if (months.length === 0) return null
  const names = months.map((month) => formatMonth(month, locale))
  return (
    <Text className={classes.without}>
      {t('preview.without', { months: listed(names, locale) })}
    </Text>
  )
}

interface SeriesPreviewProps {
  values: SeriesValues
  /** IANA zone of the series. */
  zone: string
  /** The first day of the rule, where it is not the one on screen. */
  startsOn?: string
}

/** The rule in a sentence and its next dates, as it is being put together. */
export const SeriesPreview = ({ values, zone, startsOn = values.startsOn }: SeriesPreviewProps) => {
  const t = useT(seriesRuleStrings)
  const locale = useLocale()
  const body = { ...ruleBodyOf({ ...values, startsOn }, zone), timeZone: zone }
  const [asked] = useDebouncedValue(JSON.stringify(body), 250)
  const question = seriesApi.preview.schema.body.safeParse(JSON.parse(asked))
  const { data, error, isFetching } = useQuery({
    queryKey: keyOf(seriesApi.preview, { body: question.data }),
    queryFn: question.success
      ? ({ signal }) => call(seriesApi.preview, { body: question.data }, { signal })
      : skipToken,
    placeholderData: keepPreviousData,
    // What is wrong with a rule does not get better by asking again.
    retry: false,
  })
  const said = sentence(values.rule, frameOf(values, zone), lengthOf(values), locale)
  const dates = data?.dates.filter((date) => date.occurrenceDate >= values.from) ?? []
  return (
    <section className={classes.preview} aria-label={t('preview.label')}>
      <Text fw={600} aria-live="polite" className={classes.sentence}>
        {said || t('preview.incomplete')}
        {isFetching && <Loader size={14} aria-hidden="true" />}
      </Text>
      {question.success && error && (
        <Text c="dimmed" role="alert">
          {errorText(error, locale)}
        </Text>
      )}
      {question.success && !error && data && (
        <div data-stale={isFetching || undefined} className={classes.dates}>
          <Text c="dimmed" size="xs">
            {dates.length > 0 ? t('preview.next', { n: dates.length }) : t('preview.none')}
          </Text>
          <ol className={classes.dateList}>
            {dates.map((date) => (
              <DateRow key={date.occurrenceDate} date={date} zone={zone} />
            ))}
          </ol>
          <MonthsWithout months={data.monthsWithout} />
        </div>
      )}
    </section>
  )
}
