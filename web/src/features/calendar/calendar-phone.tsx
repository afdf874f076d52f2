import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useT } from '../../i18n.tsx'
import { Day, TimeRange } from '../../lib/time.tsx'
import { paths } from '../../paths.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { calendarStrings } from '../sessions/calendar.strings.ts'
import { sessionsStrings } from '../sessions/sessions.strings.ts'
import { HolidayNames } from './calendar-day-head.tsx'
import { EventMenu, eventElementId } from './calendar-event.tsx'
import type { CalendarGridProps } from './calendar-grid.ts'
import classes from './calendar-phone.module.css'
import { type CalendarView, daysIn, ownRangeOf } from './calendar-range.ts'
import { StateSign } from './calendar-state.tsx'

/** A period as a list, day by day: only the days that hold something. */
export const CalendarPhone = ({ view, ...props }: CalendarGridProps & { view: CalendarView }) => {
  const { day, today, byDay, holidays, moverOf, onNew } = props
  const t = useT(calendarStrings)
  const sessions = useT(sessionsStrings)
  const days = daysIn(ownRangeOf(view, day)).filter((one) => byDay.has(one) || holidays.has(one))
  const empty = !days.some((one) => byDay.has(one))
  return (
    <>
      {empty && (
        <EmptyState
          icon="calendar"
          title={t(`emptyPeriod.${view}`)}
          text={t('emptyText')}
          action={
            onNew && (
              <Button
                variant="default"
                leftSection={<Icon name="plus" size={18} />}
                onClick={() => onNew({ day: '', time: '' })}
              >
                {sessions('add')}
              </Button>
            )
          }
        />
      )}
      {days.map((one) => (
        <section key={one} className={classes.day}>
          <h3 data-today={one === today || undefined}>
            <Day day={one} />
            {one === today && ` · ${t('isToday')}`}
          </h3>
          <HolidayNames holidays={holidays.get(one) ?? []} />
          <ul>
            {(byDay.get(one) ?? []).map((event) => {
              const { session, state } = event
              const onMove = moverOf(session)
              return (
                <li key={session.id} data-state={state}>
                  <Link id={eventElementId(session.id)} to={paths.session(session.id)}>
                    <span className={classes.name}>{session.title}</span>
                    <span className={classes.quiet}>
                      <TimeRange session={session} withDay={false} /> · {session.venue}
                    </span>
                    <span className={classes.word}>
                      <StateSign state={state} />
                      {t(`state.${state}`)}
                    </span>
                  </Link>
                  {onMove && <EventMenu plain event={event} onMove={onMove} />}
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </>
  )
}
