import { useDraggable } from '@dnd-kit/core'
import { ActionIcon, Menu } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import type { KeyboardEvent } from 'react'
import { type Locale, useLocale, useT } from '../../i18n.tsx'
import { formatClock, formatRange, formatTimeOfDay, zoneName } from '../../lib/format-time.ts'
import { paths } from '../../paths.ts'
import { Icon } from '../../ui/icon.tsx'
import { calendarStrings } from '../sessions/calendar.strings.ts'
import classes from './calendar-event.module.css'
import { type CalendarEvent, timeAt } from './calendar-events.ts'
import { StateSign, stateColor } from './calendar-state.tsx'

/** The element that shows a session in the calendar, to give it the focus back. */
export const eventElementId = (sessionId: string) => `kalender-${sessionId}`

/** When an event begins, or from when to when; with its zone where that is not the calendar's. */
const clockOf = (
  { session, start, end }: CalendarEvent,
  { zone, locale, whole }: { zone: string; locale: Locale; whole: boolean },
): string => {
  const { startsAt, timeZone } = session
  const elsewhere = zoneName(startsAt, timeZone) !== zoneName(startsAt, zone)
  if (whole)
    return elsewhere || end === 1440
      ? formatRange(session, locale, { withDay: false })
      : [start, end].map((minutes) => formatTimeOfDay(timeAt(minutes), locale)).join('–')
  return elsewhere
    ? formatClock(startsAt, timeZone, locale)
    : formatTimeOfDay(timeAt(start), locale)
}

interface EventProps {
  event: CalendarEvent
  zone: string
  /** A line in a month, a block in a week. */
  shape: 'line' | 'block'
  /** Others stand beside it: no room for its end. */
  narrow?: boolean
  /** A dialog asks whether it shall move: it is still here, but fades. */
  leaving: boolean
  onMove: (() => void) | undefined
}

type Words = Pick<EventProps, 'event' | 'zone' | 'shape' | 'narrow'>

const EventWords = ({ event, zone, shape, narrow = false }: Words) => {
  const t = useT(calendarStrings)
  const locale = useLocale()
  const { session, state } = event
  const whole = shape === 'block' && !narrow
  const clock = (
    <span className={classes.clock}>
      <StateSign state={state} />
      {clockOf(event, { zone, locale, whole })}
    </span>
  )
  return shape === 'line' ? (
    <span className={classes.words}>
      {clock} <span className={classes.name}>{session.title}</span>
    </span>
  ) : (
    <>
      {clock}
      <span className={classes.name}>{session.title}</span>
      <span className={classes.word}>{t(`state.${state}`)}</span>
    </>
  )
}

/** Where a session would come to lie, or what follows the pointer. */
export const EventShadow = (props: Words) => (
  <div
    className={classes.event}
    data-shape={props.shape}
    data-shadow
    style={{ '--event': stateColor(props.event.state) } as React.CSSProperties}
  >
    <div className={classes.link}>
      <EventWords {...props} />
    </div>
  </div>
)

/** What can be done with a session, for those who do not drag. */
export const EventMenu = ({
  event,
  plain = false,
  onMove,
}: {
  event: CalendarEvent
  /** Always in view, as large as a finger. */
  plain?: boolean
  onMove: () => void
}) => {
  const t = useT(calendarStrings)
  const navigate = useNavigate()
  const { id, title } = event.session
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          size={plain ? 44 : 24}
          className={classes.menu}
          data-plain={plain || undefined}
          aria-label={t('eventMenu', { title })}
          // Pressing it is not the beginning of a drag.
          onMouseDown={(press) => press.stopPropagation()}
          onTouchStart={(press) => press.stopPropagation()}
        >
          <Icon name="more" size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<Icon name="right" size={18} />}
          onClick={() => void navigate({ to: paths.session(id) })}
        >
          {t('open')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon name="calendar" size={18} />}
          rightSection={<kbd className={classes.key}>P</kbd>}
          onClick={onMove}
        >
          {t('move')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** A session in the grid: opened by a click or Enter, moved by dragging, by P or from its menu. */
export const EventCard = ({ event, zone, shape, narrow = false, leaving, onMove }: EventProps) => {
  const t = useT(calendarStrings)
  const locale = useLocale()
  const { session, state } = event
  const { setNodeRef, listeners, isDragging } = useDraggable({
    id: session.id,
    data: { event },
    disabled: !onMove,
  })
  const label = t('event', {
    title: session.title,
    time: formatRange(session, locale),
    state: t(`state.${state}`),
  })
  const keys = onMove && {
    'aria-keyshortcuts': 'P',
    onKeyDown: (press: KeyboardEvent) => {
      if (press.key.toLowerCase() !== 'p' || press.ctrlKey || press.metaKey || press.altKey) return
      press.preventDefault()
      onMove()
    },
  }
  return (
    <div
      ref={setNodeRef}
      {...listeners}
      className={classes.event}
      data-shape={shape}
      data-state={state}
      data-movable={onMove ? true : undefined}
      data-leaving={isDragging || leaving || undefined}
      style={{ '--event': stateColor(state) } as React.CSSProperties}
    >
      <Link
        id={eventElementId(session.id)}
        to={paths.session(session.id)}
        className={classes.link}
        draggable={false}
        aria-label={label}
        title={label}
        {...keys}
      >
        <EventWords event={event} zone={zone} shape={shape} narrow={narrow} />
      </Link>
      {onMove && <EventMenu event={event} onMove={onMove} />}
    </div>
  )
}
