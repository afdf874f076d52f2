import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { ActionIcon, NumberInput, Text, TextInput } from '@mantine/core'
import { useReducedMotion } from '@mantine/hooks'
import { type ReactNode, useId } from 'react'
import { useT } from '../../i18n.tsx'
import { Icon } from '../../ui/icon.tsx'
import classes from './agenda.module.css'
import { agendaStrings } from './agenda.strings.ts'
import { AgendaClockField } from './agenda-clock-field.tsx'
import { type AgendaTimes, clockAt } from './agenda-times.ts'
import type { AgendaValues } from './agenda-values.ts'

interface AgendaRowProps {
  item: AgendaValues
  index: number
  count: number
  times: AgendaTimes | undefined
  startTime: string
  /** Length of the session in minutes, where it is known. */
  length: number | undefined
  errorOf: (field: keyof AgendaValues) => ReactNode
  onChange: (field: keyof AgendaValues, value: string | number) => void
  /** One up or one down; `button` keeps the focus. */
  onMove: (by: 1 | -1, button: HTMLElement) => void
  onRemove: () => void
}

const dotted = (clock: string | undefined) => clock?.replace(':', '.') ?? ''

/** One item of the programme: when, what, how long, who. */
export const AgendaRow = (props: AgendaRowProps) => {
  const { item, index, count, times, startTime, length, errorOf, onChange, onMove, onRemove } =
    props
  const t = useT(agendaStrings)
  const problemId = useId()
  const number = index + 1
  const name = t('item', { number })
  const sortable = useSortable({
    id: item.key,
    attributes: { roleDescription: t('drag.role') },
    transition: useReducedMotion() ? null : { duration: 140, easing: 'ease-out' },
  })
  const problem = times?.problem
  const clockOf: Record<NonNullable<typeof problem>, number | undefined> = {
    beforeSession: times?.begins,
    beforeAbove: undefined,
    overlap: times?.aboveEnds,
    pastEnd: length,
  }
  const move = (by: 1 | -1) => {
    const last = by === 1 ? count - 1 : 0
    return (
      <ActionIcon
        aria-label={t(by === 1 ? 'lower' : 'raise', { number })}
        // Stays in the order of Tab at either end, so that the focus is not lost on arriving there.
        aria-disabled={index === last}
        data-disabled={index === last || undefined}
        onClick={(event) => index !== last && onMove(by, event.currentTarget)}
      >
        <span className={by === 1 ? undefined : classes.up}>
          <Icon name="down" size={18} />
        </span>
      </ActionIcon>
    )
  }
  return (
    <li
      ref={sortable.setNodeRef}
      className={classes.row}
      data-dragging={sortable.isDragging || undefined}
      style={{
        transform: CSS.Translate.toString(sortable.transform),
        transition: sortable.transition,
      }}
    >
      <ActionIcon
        ref={sortable.setActivatorNodeRef}
        className={classes.handle}
        {...sortable.attributes}
        {...sortable.listeners}
        // Escape puts the item back and must not close the panel around it.
        data-mantine-stop-propagation={sortable.isDragging || undefined}
        aria-label={t('drag.handle', { number })}
      >
        <Icon name="grip" size={18} />
      </ActionIcon>
      <div className={classes.clock}>
        <AgendaClockField
          number={number}
          value={item.offsetMinutes}
          onChange={(value) => onChange('offsetMinutes', value)}
          startTime={startTime}
          follows={item.offsetMinutes === '' ? clockAt(times?.begins, startTime) : undefined}
          error={errorOf('offsetMinutes')}
          describedBy={problem && problemId}
        />
      </div>
      <TextInput
        size="sm"
        className={classes.title}
        data-agenda-title
        aria-label={name}
        placeholder={t('itemTitle')}
        value={item.title}
        error={errorOf('title')}
        onChange={(event) => onChange('title', event.currentTarget.value)}
      />
      <NumberInput
        size="sm"
        className={classes.minutes}
        aria-label={`${name}: ${t('minutes')}`}
        min={1}
        max={600}
        step={5}
        allowDecimal={false}
        hideControls
        rightSection={
          <Text c="dimmed" size="xs" component="span" aria-hidden>
            {t('minutesShort')}
          </Text>
        }
        rightSectionWidth={40}
        value={item.minutes}
        error={errorOf('minutes')}
        onChange={(value) => onChange('minutes', value)}
      />
      <TextInput
        size="sm"
        className={classes.speaker}
        aria-label={`${name}: ${t('speaker')}`}
        placeholder={t('speaker')}
        value={item.speaker}
        error={errorOf('speaker')}
        onChange={(event) => onChange('speaker', event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        {move(-1)}
        {move(1)}
        <ActionIcon aria-label={t('remove', { number })} onClick={onRemove}>
          <Icon name="close" size={18} />
        </ActionIcon>
      </div>
      {problem && (
        <Text id={problemId} size="xs" component="div" className={classes.problem}>
          <Icon name="warning" size={16} />
          {t(`problem.${problem}`, { clock: dotted(clockAt(clockOf[problem], startTime)) })}
        </Text>
      )}
    </li>
  )
}
