import { useLocale } from '../i18n.tsx'
import { formatDayOf } from '../lib/format-time.ts'
import classes from './date-block.module.css'

/** The day of a session as a leaf of a calendar. */
export const DateBlock = ({ at, zone }: { at: string; zone: string }) => {
  const locale = useLocale()
  const [weekday, day, month] = formatDayOf(at, zone, locale).replaceAll(',', '').split(' ')
  return (
    <span className={classes.root} aria-hidden="true">
      <span>{weekday}</span>
      <span className={classes.day}>{day}</span>
      <span>{month}</span>
    </span>
  )
}
