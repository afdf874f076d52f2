import type { Holiday } from '@ngopi/shared/holidays'
import { useLocale, useT } from '../../i18n.tsx'
import { formatDay } from '../../lib/format-time.ts'
import { calendarStrings } from '../sessions/calendar.strings.ts'
import classes from './calendar-day-head.module.css'

/** The name of a holiday as a calendar prints it: "Cuti bersama: Idul Fitri". */
export const useHolidayName = () => {
  const t = useT(calendarStrings)
  return ({ name, kind }: Holiday): string =>
    kind === 'joint_leave' ? t('jointLeave', { name }) : name
}

/** A day for the ear: "Kamis, 29 Oktober 2026, hari ini, Maulid Nabi, perkiraan". */
export const useDayWords = (today: string) => {
  const t = useT(calendarStrings)
  const locale = useLocale()
  const holidayName = useHolidayName()
  return (day: string, holidays: readonly Holiday[] = []): string =>
    [
      formatDay(day, locale, { long: true }),
      ...(day === today ? [t('isToday')] : []),
      ...holidays.flatMap((holiday) => [
        holidayName(holiday),
        ...(holiday.estimated ? [t('estimated')] : []),
      ]),
    ].join(', ')
}

/** The holidays of a day, named; those nobody has decreed yet are said to be an estimate. */
export const HolidayNames = ({ holidays }: { holidays: readonly Holiday[] }) => {
  const t = useT(calendarStrings)
  const holidayName = useHolidayName()
  return (
    <span className={classes.holidays}>
      {holidays.map((holiday) => (
        <span key={holiday.name} title={holidayName(holiday)}>
          <span className={classes.holiday}>{holidayName(holiday)}</span>
          {holiday.estimated && <span className={classes.estimated}>{t('estimated')}</span>}
        </span>
      ))}
    </span>
  )
}

interface DayNumberProps {
  day: string
  today: string
  /** A holiday: red, as on every Indonesian calendar. */
  off: boolean
  /** Of the month before or after. */
  outside?: boolean
}

export const DayNumber = ({ day, today, off, outside = false }: DayNumberProps) => (
  <span
    className={classes.number}
    data-today={day === today || undefined}
    data-off={off || undefined}
    data-outside={outside || undefined}
  >
    {Number(day.slice(8))}
  </span>
)
