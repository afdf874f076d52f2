import { useDroppable } from '@dnd-kit/core'
import { useLocale, useT } from '../../i18n.tsx'
import { formatWeekday } from '../../lib/format-time.ts'
import { calendarStrings } from '../sessions/calendar.strings.ts'
import { DayNumber, HolidayNames, useDayWords } from './calendar-day-head.tsx'
import { EventCard, EventShadow } from './calendar-event.tsx'
import type { CalendarGridProps } from './calendar-grid.ts'
import { dayAfterKey } from './calendar-keys.ts'
import classes from './calendar-month.module.css'
import { ownRangeOf, rangeOf, titleOf, weeksIn } from './calendar-range.ts'
import { useRoving } from './calendar-roving.ts'

/** Events of a day before the rest is counted. */
const shown = 3

/** When a session begins that is planned by its day alone. */
const usualTime = '09:00'

interface DayCellProps extends CalendarGridProps {
  cell: string
  tabIndex: number
}

const DayCell = ({ cell, tabIndex, ...props }: DayCellProps) => {
  const { day, today, zone, ghost, moverOf, onNew, onWeek } = props
  const t = useT(calendarStrings)
  const wordsOf = useDayWords(today)
  const { setNodeRef, isOver } = useDroppable({ id: cell })
  const events = props.byDay.get(cell) ?? []
  const holidays = props.holidays.get(cell) ?? []
  const own = ownRangeOf('bulan', day)
  const outside = cell < own.from || cell > own.to
  const label = wordsOf(cell, holidays)
  const rest = events.length > shown + 1 ? events.length - shown : 0
  const visible = rest > 0 ? events.slice(0, shown) : events
  return (
    <td
      ref={setNodeRef}
      className={classes.day}
      data-at={cell}
      data-outside={outside || undefined}
      data-over={isOver || undefined}
    >
      <button
        type="button"
        className={classes.dayButton}
        data-cell={cell}
        tabIndex={tabIndex}
        aria-label={t(onNew ? 'newOn' : 'openWeek', { day: label })}
        aria-current={cell === today ? 'date' : undefined}
        onClick={() => (onNew ? onNew({ day: cell, time: usualTime }) : onWeek(cell))}
      >
        <DayNumber day={cell} today={today} off={holidays.length > 0} outside={outside} />
        <HolidayNames holidays={holidays} />
      </button>
      <div className={classes.dayEvents}>
        {visible.map((event) => (
          <EventCard
            key={event.session.id}
            event={event}
            zone={zone}
            shape="line"
            leaving={ghost?.session.id === event.session.id}
            onMove={moverOf(event.session)}
          />
        ))}
        {ghost?.day === cell && <EventShadow event={ghost} zone={zone} shape="line" />}
        {rest > 0 && (
          <button
            type="button"
            className={classes.more}
            aria-label={t('moreEventsOn', { count: rest, day: label })}
            onClick={() => onWeek(cell)}
          >
            {t('moreEvents', { count: rest })}
          </button>
        )}
      </div>
    </td>
  )
}

/** Weeks from Monday to Sunday; every day is a button, every event a link. */
export const CalendarMonth = (props: CalendarGridProps) => {
  const { day, today, onShow } = props
  const t = useT(calendarStrings)
  const locale = useLocale()
  const weeks = weeksIn(rangeOf('bulan', day))
  const own = ownRangeOf('bulan', day)
  const roving = useRoving({
    cells: weeks.flat(),
    start: today >= own.from && today <= own.to ? today : own.from,
    next: dayAfterKey,
    onLeave: onShow,
  })
  return (
    <div ref={roving.root}>
      <table
        className={classes.month}
        aria-label={t('calendar', { period: titleOf('bulan', day, locale) })}
        onKeyDown={roving.onKeyDown}
      >
        <thead>
          <tr>
            {weeks[0]?.map((weekday) => (
              <th key={weekday} scope="col" abbr={formatWeekday(weekday, locale, { long: true })}>
                {formatWeekday(weekday, locale)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((cell) => (
                <DayCell key={cell} {...props} cell={cell} tabIndex={roving.tabIndexOf(cell)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
