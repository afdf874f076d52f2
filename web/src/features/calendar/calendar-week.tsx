import { useDroppable } from '@dnd-kit/core'
import { VisuallyHidden } from '@mantine/core'
import { useLocale, useT } from '../../i18n.tsx'
import { formatTimeOfDay, formatWeekday, zoneName } from '../../lib/format-time.ts'
import { wallClockIn } from '../../lib/wall-clock.ts'
import { calendarStrings } from '../sessions/calendar.strings.ts'
import { DayNumber, HolidayNames, useDayWords } from './calendar-day-head.tsx'
import { EventCard, EventShadow } from './calendar-event.tsx'
import { hoursFor, sideBySide, timeAt } from './calendar-events.ts'
import type { CalendarGridProps } from './calendar-grid.ts'
import { slotAfterKey, slotAt, slotMinutes, slotName } from './calendar-keys.ts'
import { daysIn, rangeOf, titleOf } from './calendar-range.ts'
import { useRoving } from './calendar-roving.ts'
import classes from './calendar-week.module.css'

/** Height of an hour; a pointer dragged so far has dragged an event by one. */
export const hourPixels = 48

/** Shorter events keep this height, so that they can be read and hit. */
const leastPixels = 24

interface Hours {
  from: number
  to: number
}

const wholeHours = ({ from, to }: Hours) =>
  Array.from({ length: to - from }, (_, index) => from + index)

/** Minutes after midnight at which the slots of a day begin. */
const slotTimes = (hours: Hours) =>
  wholeHours(hours).flatMap((hour) => [hour * 60, hour * 60 + slotMinutes])

const topOf = (minutes: number, hours: Hours) => (minutes / 60 - hours.from) * hourPixels

const positionOf = (start: number, end: number, hours: Hours) => ({
  top: topOf(start, hours),
  height: Math.max(leastPixels, ((end - start) / 60) * hourPixels),
})

/**
 * Across a day that several events share. Each reaches over the next, which lies above it: what begins
 * earlier keeps its first line, and none becomes too thin to read.
 */
const beside = (column: number, columns: number) => {
  const left = (100 * column) / columns
  const width = columns === 1 ? 100 : Math.min(100 - left, 170 / columns)
  return { left: `${left}%`, width: `${width}%`, '--layer': 1 + column } as React.CSSProperties
}

interface DayColumnProps extends CalendarGridProps {
  cell: string
  hours: Hours
  now: number
  tabIndexOf: (slot: string) => number
}

const Slots = ({ cell, hours, onNew, tabIndexOf, label }: DayColumnProps & { label: string }) => {
  const t = useT(calendarStrings)
  const locale = useLocale()
  return slotTimes(hours).map((minutes) => {
    const slot = slotName(cell, minutes)
    const time = timeAt(minutes)
    return (
      <button
        key={slot}
        type="button"
        className={classes.slot}
        data-cell={slot}
        tabIndex={tabIndexOf(slot)}
        aria-label={t('newOn', { day: `${label}, ${formatTimeOfDay(time, locale)}` })}
        onClick={() => onNew?.({ day: cell, time })}
      >
        <span aria-hidden="true">{formatTimeOfDay(time, locale)}</span>
      </button>
    )
  })
}

const DayColumn = (props: DayColumnProps) => {
  const { cell, hours, now, today, zone, ghost, moverOf, onNew } = props
  const { setNodeRef } = useDroppable({ id: cell })
  const wordsOf = useDayWords(today)
  const holidays = props.holidays.get(cell)
  const label = wordsOf(cell, holidays)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a group of form fields, this one of a day
    <div
      ref={setNodeRef}
      role="group"
      aria-label={label}
      className={classes.column}
      data-off={(holidays?.length ?? 0) > 0 || undefined}
      data-today={cell === today || undefined}
    >
      {onNew && <Slots {...props} label={label} />}
      {sideBySide(props.byDay.get(cell) ?? []).map(({ event, column, columns }) => (
        <div
          key={event.session.id}
          className={classes.placed}
          data-at={slotAt(cell, event.start, hours)}
          style={{
            ...positionOf(event.start, event.end, hours),
            ...beside(column, columns),
          }}
        >
          <EventCard
            event={event}
            zone={zone}
            shape="block"
            narrow={columns > 1}
            leaving={ghost?.session.id === event.session.id}
            onMove={moverOf(event.session)}
          />
        </div>
      ))}
      {ghost?.day === cell && (
        <div
          className={classes.placed}
          style={{ ...positionOf(ghost.start, ghost.end, hours), width: '100%' }}
        >
          <EventShadow event={ghost} zone={zone} shape="block" />
        </div>
      )}
      {cell === today && now >= hours.from * 60 && now < hours.to * 60 && (
        <div className={classes.now} style={{ top: topOf(now, hours) }} aria-hidden="true" />
      )}
    </div>
  )
}

/** Seven days side by side, half an hour per slot, in the office's zone. */
export const CalendarWeek = (props: CalendarGridProps) => {
  const { day, today, zone, byDay, holidays, onNew, onShow } = props
  const t = useT(calendarStrings)
  const locale = useLocale()
  const days = daysIn(rangeOf('pekan', day))
  const hours = hoursFor(days.flatMap((one) => byDay.get(one) ?? []))
  const nowMs = Date.now()
  const clock = wallClockIn(nowMs, zone).time.split(':').map(Number)
  const now = (clock[0] ?? 0) * 60 + (clock[1] ?? 0)
  const slots = days.flatMap((one) => slotTimes(hours).map((minutes) => slotName(one, minutes)))
  const first = days.includes(today) ? today : (days[0] ?? day)
  const roving = useRoving({
    cells: slots,
    start: slotName(first, Math.max(9, hours.from) * 60),
    next: (key, slot) => (onNew ? slotAfterKey(key, slot, hours) : undefined),
    onLeave: (slot) => onShow(slot.slice(0, 10)),
  })
  const wordsOf = useDayWords(today)
  return (
    // biome-ignore lint/a11y/useSemanticElements: no form field is in it
    <div
      ref={roving.root}
      role="group"
      className={classes.week}
      style={{ '--hour': `${hourPixels}px` } as React.CSSProperties}
      aria-label={t('calendar', { period: titleOf('pekan', day, locale) })}
      onKeyDown={roving.onKeyDown}
    >
      <div className={classes.weekHead}>
        <span className={classes.corner}>{zoneName(new Date(nowMs).toISOString(), zone)}</span>
        {days.map((one) => (
          <div key={one} className={classes.weekDay}>
            <VisuallyHidden>{wordsOf(one, holidays.get(one))}</VisuallyHidden>
            <span className={classes.weekday} aria-hidden="true">
              {formatWeekday(one, locale)}
            </span>
            <span aria-hidden="true">
              <DayNumber day={one} today={today} off={holidays.has(one)} />
            </span>
            <span aria-hidden="true">
              <HolidayNames holidays={holidays.get(one) ?? []} />
            </span>
          </div>
        ))}
      </div>
      <div className={classes.weekBody}>
        <div className={classes.hours} aria-hidden="true">
          {wholeHours(hours).map((hour) => (
            <span key={hour}>{formatTimeOfDay(timeAt(hour * 60), locale)}</span>
          ))}
        </div>
        {days.map((one) => (
          <DayColumn
            key={one}
            {...props}
            cell={one}
            hours={hours}
            now={now}
            tabIndexOf={roving.tabIndexOf}
          />
        ))}
      </div>
    </div>
  )
}
