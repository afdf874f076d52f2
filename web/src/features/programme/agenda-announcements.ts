import type { Announcements, UniqueIdentifier } from '@dnd-kit/core'
import type { useT } from '../../i18n.tsx'
import type { agendaStrings } from './agenda.strings.ts'
import type { AgendaValues } from './agenda-values.ts'

type T = ReturnType<typeof useT<(typeof agendaStrings)['id']>>

/** What became of an item, and where it is among the others. */
export const saidOf = (
  t: T,
  what: 'lifted' | 'over' | 'dropped' | 'cancelled',
  items: readonly AgendaValues[],
  key: UniqueIdentifier | undefined,
  placeOf: UniqueIdentifier | undefined = key,
): string => {
  const name = items.find((item) => item.key === key)?.title.trim() || t('drag.unnamed')
  const position = items.findIndex((item) => item.key === placeOf) + 1
  return t(`drag.${what}`, { name, place: position, count: items.length })
}

/** What a screen reader says while an item is dragged. */
export const agendaAnnouncements = (t: T, items: readonly AgendaValues[]): Announcements => ({
  onDragStart: ({ active }) => saidOf(t, 'lifted', items, active.id),
  onDragOver: ({ active, over }) => saidOf(t, 'over', items, active.id, over?.id),
  onDragEnd: ({ active, over }) => saidOf(t, 'dropped', items, active.id, over?.id),
  onDragCancel: ({ active }) => saidOf(t, 'cancelled', items, active.id),
})
