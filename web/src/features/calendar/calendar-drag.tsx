import {
  DndContext,
  type DragEndEvent,
  type DragMoveEvent,
  DragOverlay,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import type { SessionListItem } from '@ngopi/shared/sessions'
import { type ReactNode, useState } from 'react'
import { useLocale, useT } from '../../i18n.tsx'
import { formatRange } from '../../lib/format-time.ts'
import { calendarStrings } from '../sessions/calendar.strings.ts'
import classes from './calendar-event.module.css'
import type { CalendarEvent } from './calendar-events.ts'
import { type MovedTimes, movedBy, snappedMinutes } from './calendar-move.ts'
import { daysBetween } from './calendar-range.ts'

interface CalendarDragProps {
  /** Height of an hour where the height is time; undefined where only the day changes. */
  hourPixels: number | undefined
  /** Told while dragging, when the place under the pointer changes; undefined over where it was. */
  onOver: (session: SessionListItem, times: MovedTimes | undefined) => void
  onDrop: (session: SessionListItem, times: MovedTimes) => void
  onCancel: () => void
  children: ReactNode
}

/** The page scrolls only where the pointer can go no further: days must not slip away from under it. */
const nearTheEdge = { threshold: { x: 0, y: 0.04 }, acceleration: 6 }

type Drag = Pick<DragMoveEvent, 'active' | 'over' | 'delta'>

/**
 * Events are dragged by mouse, or by a finger that rests on one first. Keys have a way of their own (P
 * on an event), so nothing here listens to them.
 */
export const CalendarDrag = ({
  hourPixels,
  onOver,
  onDrop,
  onCancel,
  children,
}: CalendarDragProps) => {
  const t = useT(calendarStrings)
  const locale = useLocale()
  const [dragged, setDragged] = useState<CalendarEvent>()
  const [target, setTarget] = useState<MovedTimes>()
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 300, tolerance: 8 } }),
  )

  const targetOf = ({ active, over, delta }: Drag): MovedTimes | undefined => {
    const event: CalendarEvent | undefined = active.data.current?.event
    if (!event || !over) return undefined
    const days = daysBetween(event.day, String(over.id))
    const minutes = hourPixels ? snappedMinutes(event, (delta.y / hourPixels) * 60) : 0
    return days === 0 && minutes === 0 ? undefined : movedBy(event.session, { days, minutes })
  }
  const aim = (event: DragMoveEvent) => {
    const times = targetOf(event)
    if (!dragged || times?.startsAt === target?.startsAt) return
    setTarget(times)
    onOver(dragged.session, times)
  }
  const end = () => {
    setDragged(undefined)
    setTarget(undefined)
  }
  const drop = (event: DragEndEvent) => {
    const times = targetOf(event)
    if (dragged && times) onDrop(dragged.session, times)
    else onCancel()
    end()
  }
  const label = (times: MovedTimes) =>
    dragged ? formatRange({ ...dragged.session, ...times }, locale) : ''
  const titleOf = ({ active }: Pick<Drag, 'active'>): string =>
    active.data.current?.event.session.title ?? ''

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      autoScroll={nearTheEdge}
      onDragStart={({ active }) => setDragged(active.data.current?.event)}
      onDragMove={aim}
      // A move is told before the day it leads over is known: the last one of a quick hand needs both.
      onDragOver={aim}
      onDragEnd={drop}
      onDragCancel={() => {
        onCancel()
        end()
      }}
      accessibility={{
        screenReaderInstructions: { draggable: t('drag.help') },
        announcements: {
          onDragStart: (event) => t('drag.start', { title: titleOf(event) }),
          onDragOver: () => (target ? t('drag.over', { time: label(target) }) : undefined),
          onDragEnd: (event) =>
            target ? t('drag.drop', { title: titleOf(event) }) : t('drag.cancel'),
          onDragCancel: () => t('drag.cancel'),
        },
      }}
    >
      <div className={classes.board} data-dragging={dragged ? true : undefined}>
        {children}
      </div>
      <DragOverlay dropAnimation={null}>
        {/* In a week the shadow says day and time itself. */}
        {dragged && !(hourPixels && target) && (
          <div className={classes.carried}>
            <span className={classes.carriedName}>{dragged.session.title}</span>
            <span>{target ? label(target) : formatRange(dragged.session, locale)}</span>
          </div>
        )}
      </DragOverlay>
    </DndContext>
  )
}
