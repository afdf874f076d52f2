import { useLocale } from '../../i18n.tsx'
import { formatDayOf } from '../../lib/format-time.ts'
import classes from './sessions.module.css'

/** The day of a session as a leaf of a calendar. */
export const DateBlock = ({ at, zone }: { at: string; zone: string }) => {
  const locale = useLocale()
  const [weekday, day, month] = formatDayOf(at, zone, locale).replaceAll(',', '').split(' ')
  return (
    <span className={classes.date} aria-hidden="true">
      <span>{weekday}</span>
      <span className={classes.dateDay}>{day}</span>
      <span>{month}</span>
    </span>
  )
}
