import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  type UniqueIdentifier,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { ActionIcon } from '@mantine/core'
import { useReducedMotion } from '@mantine/hooks'
import type { Question } from '@ngopi/shared/questions'
import { useT } from '../../i18n.tsx'
import entry from '../../ui/entry-list.module.css'
import { Icon } from '../../ui/icon.tsx'
import { type QuestionActions, QuestionItem } from './question-item.tsx'
import { questionsStrings } from './questions.strings.ts'

interface RowProps {
  question: Question
  number: number
  actions: QuestionActions
}

const Row = ({ question, number, actions }: RowProps) => {
  const t = useT(questionsStrings)
  const sortable = useSortable({
    id: question.id,
    attributes: { roleDescription: t('drag.role') },
    transition: useReducedMotion() ? null : { duration: 140, easing: 'ease-out' },
  })
  return (
    <li
      ref={sortable.setNodeRef}
      className={entry.sortable}
      data-dragging={sortable.isDragging || undefined}
      style={{
        transform: CSS.Translate.toString(sortable.transform),
        transition: sortable.transition,
      }}
    >
      <QuestionItem question={question} actions={actions}>
        <ActionIcon
          ref={sortable.setActivatorNodeRef}
          className={entry.handle}
          {...sortable.attributes}
          {...sortable.listeners}
          aria-label={t('drag.handle', { number })}
        >
          <Icon name="grip" size={18} />
        </ActionIcon>
      </QuestionItem>
    </li>
  )
}

/** Questions that wait, put in order by dragging or from the keyboard. */
export const WaitingList = ({
  questions,
  actions,
  onOrder,
}: {
  questions: readonly Question[]
  actions: QuestionActions
  onOrder: (ids: string[]) => void
}) => {
  const t = useT(questionsStrings)
  const ids = questions.map(({ id }) => id)
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const at = (id: UniqueIdentifier | undefined) => ({
    place: ids.indexOf(String(id)) + 1,
    count: ids.length,
  })
  const announcements: Announcements = {
    onDragStart: ({ active }) => t('drag.lifted', { place: at(active.id).place }),
    onDragOver: ({ over }) => t('drag.over', at(over?.id)),
    onDragEnd: ({ over }) => t('drag.dropped', at(over?.id)),
    onDragCancel: () => t('drag.cancelled'),
  }
  const drop = ({ active, over }: DragEndEvent) => {
    if (!over || active.id === over.id) return
    onOrder(arrayMove(ids, ids.indexOf(String(active.id)), ids.indexOf(String(over.id))))
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('drag.help') } }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <ol className={entry.list} aria-label={t('group.waiting')}>
          {questions.map((question, i) => (
            <Row key={question.id} question={question} number={i + 1} actions={actions} />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  )
}
