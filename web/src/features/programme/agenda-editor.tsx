import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable'
import { Button, Text, VisuallyHidden } from '@mantine/core'
import type { FormErrors } from '@mantine/form'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useT } from '../../i18n.tsx'
import { Icon } from '../../ui/icon.tsx'
import classes from './agenda.module.css'
import { agendaStrings } from './agenda.strings.ts'
import { agendaAnnouncements, saidOf } from './agenda-announcements.ts'
import { AgendaRow } from './agenda-row.tsx'
import { agendaTimes, clockAt } from './agenda-times.ts'
import { type AgendaValues, agendaBodyOf, emptyAgendaItem } from './agenda-values.ts'

/** Any form of `useContractForm` whose values have an `agenda`: that of a session, of a series. */
export interface AgendaForm {
  values: { agenda: AgendaValues[] }
  errors: FormErrors
  setFieldValue: (path: 'agenda', value: AgendaValues[]) => void
  setErrors: (update: (errors: FormErrors) => FormErrors) => void
}

interface AgendaEditorProps {
  form: AgendaForm
  /** When the session, or each one of the series, starts: `HH:MM`, empty while it is not known. */
  startTime: string
  /** How long it takes, in minutes; undefined while it is not known: then no end is passed. */
  length: number | undefined
}

/**
 * The programme, item by item, put in order by dragging, by the keyboard or by buttons. The times
 * are kept as minutes after the start, so the clocks follow `startTime`. What does not fit is said
 * and does not keep anybody from saving.
 *
 * The form holds `agenda: AgendaValues[]`: fill it with `agendaValuesOf(record.agenda)` and send
 * `agendaBodyOf(values.agenda)`; errors are read from paths like `agenda.0.title`.
 */
export const AgendaEditor = ({ form, startTime, length }: AgendaEditorProps) => {
  const t = useT(agendaStrings)
  const list = useRef<HTMLOListElement>(null)
  const addButton = useRef<HTMLButtonElement>(null)
  const [said, setSaid] = useState('')
  const items = form.values.agenda
  const times = agendaTimes(agendaBodyOf(items), length)
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )

  // Errors are known by the number of their row, so they go when the rows change places.
  const arrange = (changed: AgendaValues[]) => {
    form.setFieldValue('agenda', changed)
    form.setErrors((errors) =>
      Object.fromEntries(Object.entries(errors).filter(([path]) => !path.startsWith('agenda.'))),
    )
  }
  const change = (index: number, field: keyof AgendaValues, value: string | number) => {
    form.setFieldValue(
      'agenda',
      items.map((item, at) => (at === index ? { ...item, [field]: value } : item)),
    )
    form.setErrors(({ [`agenda.${index}.${field}`]: _, ...others }) => others)
  }
  const drop = ({ active, over }: DragEndEvent) => {
    const [from, to] = [active.id, over?.id].map((id) => items.findIndex((one) => one.key === id))
    if (from !== undefined && to !== undefined && from >= 0 && to >= 0 && from !== to)
      arrange(arrayMove(items, from, to))
  }
  const move = (index: number, by: 1 | -1, button: HTMLElement) => {
    const changed = arrayMove(items, index, index + by)
    // React may take the row out of the page to move it, and the focus with it.
    flushSync(() => arrange(changed))
    button.focus()
    setSaid(saidOf(t, 'dropped', changed, items[index]?.key))
  }
  const add = () => {
    flushSync(() => arrange([...items, emptyAgendaItem()]))
    list.current?.lastElementChild
      ?.querySelector<HTMLInputElement>('input[data-agenda-title]')
      ?.focus()
  }
  const remove = (index: number) => {
    arrange(items.filter((_, at) => at !== index))
    addButton.current?.focus()
  }
  const end = Math.max(...times.map((one) => one.ends ?? -1))
  const endClock = end > 0 ? clockAt(end, startTime)?.replace(':', '.') : undefined

  return (
    <fieldset className={classes.field}>
      <Text component="legend" fw={600}>
        {t('title')}
      </Text>
      {items.length > 0 && (
        <Text c="dimmed" size="xs" mt={2}>
          {t('hint')}
        </Text>
      )}
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={drop}
        accessibility={{
          announcements: agendaAnnouncements(t, items),
          screenReaderInstructions: { draggable: t('drag.instructions') },
        }}
      >
        <SortableContext
          items={items.map((item) => item.key)}
          strategy={verticalListSortingStrategy}
        >
          <ol ref={list} className={classes.rows}>
            {items.map((item, index) => (
              <AgendaRow
                key={item.key}
                item={item}
                index={index}
                count={items.length}
                times={times[index]}
                startTime={startTime}
                length={length}
                errorOf={(field) => form.errors[`agenda.${index}.${field}`]}
                onChange={(field, value) => change(index, field, value)}
                onMove={(by, button) => move(index, by, button)}
                onRemove={() => remove(index)}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <div className={classes.foot}>
        <Button
          ref={addButton}
          variant="default"
          size="sm"
          leftSection={<Icon name="plus" size={16} />}
          onClick={add}
        >
          {t('add')}
        </Button>
        {endClock && (
          <Text c="dimmed" size="xs">
            {t('ends', { clock: endClock })}
          </Text>
        )}
      </div>
    </fieldset>
  )
}
