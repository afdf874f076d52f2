import { type Locale, translator } from '../../i18n.tsx'
import { formatDay, formatTimeOfDay, formatWeekday, zoneName } from '../../lib/format-time.ts'
import { instantOf, laterBy } from '../../lib/wall-clock.ts'
import { ruleStrings } from './rule.strings.ts'
import {
  type Ordinal,
  type RuleFrame,
  type RuleValues,
  readRule,
  type Weekday,
  weekdays,
} from './rule-values.ts'

/** "Rabu": the first of January 2024 was a Monday. */
export const weekdayName = (weekday: Weekday, locale: Locale): string =>
  formatWeekday(`2024-01-0${weekdays.indexOf(weekday) + 1}`, locale, { long: true })

/** "terakhir". */
export const ordinalName = (ordinal: Ordinal, locale: Locale): string =>
  translator(ruleStrings, locale)(ordinal === -1 ? 'ordinal.last' : `ordinal.n${ordinal}`)

/** "Senin, Rabu, dan Jumat". */
export const listed = (names: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(locale === 'id' ? 'id-ID' : 'en-GB').format(names)

/** When a rule strikes: "Setiap Rabu terakhir tiap bulan"; empty while something is missing. */
export const ruleWords = (rule: RuleValues, locale: Locale): string => {
  const t = translator(ruleStrings, locale)
  const n = rule.interval
  if (rule.repeat === 'other') return t('other')
  if (n === '') return ''
  if (rule.repeat === 'weekly') {
    const chosen = weekdays.filter((weekday) => rule.weekdays.includes(weekday))
    if (chosen.length === 0) return ''
    if (chosen.length === 7 && n === 1) return t('everyDay')
    const names = chosen.map((weekday) => weekdayName(weekday, locale))
    return t('weekly', { n, days: listed(names, locale) })
  }
  if (rule.repeat === 'monthlyWeekday')
    return t('monthWeekday', {
      n,
      day: weekdayName(rule.weekday, locale),
      ordinal: ordinalName(rule.ordinal, locale),
    })
  if (rule.monthDay === '') return ''
  return rule.monthDay === -1
    ? t('lastDay', { n })
    : t('monthDay', { n, day: String(rule.monthDay) })
}

/** "09.00–11.30 WIB", by the clocks of the zone on the first day. */
export const hoursWords = (
  { startsOn, startTime, timeZone }: RuleFrame,
  durationMinutes: number,
  locale: Locale,
): string => {
  const [from, to] = [startTime, laterBy(startTime, durationMinutes)].map((time) =>
    formatTimeOfDay(time, locale),
  )
  const at = instantOf({ day: startsOn, time: startTime }, timeZone) ?? new Date(0).toISOString()
  return `${from}–${to} ${zoneName(at, timeZone)}`
}

/** The whole sentence: "Setiap Rabu terakhir tiap bulan, 09.00–11.30 WIB, 10 kali". */
export const sentence = (
  rule: RuleValues,
  frame: RuleFrame,
  durationMinutes: number | undefined,
  locale: Locale,
): string => {
  const t = translator(ruleStrings, locale)
  let said = ruleWords(rule, locale)
  if (!said) return ''
  if (durationMinutes !== undefined && frame.startTime)
    said = t('at', { rule: said, hours: hoursWords(frame, durationMinutes, locale) })
  if (rule.repeat === 'other' || rule.ends === 'never') return said
  if (rule.ends === 'until')
    return rule.until ? t('until', { rule: said, day: formatDay(rule.until, locale) }) : said
  return rule.count === '' ? said : t('count', { rule: said, count: rule.count })
}

/** The sentence of a stored series. */
export const seriesSentence = (
  series: RuleFrame & { rrule: string; durationMinutes: number },
  locale: Locale,
): string => sentence(readRule(series.rrule, series), series, series.durationMinutes, locale)
