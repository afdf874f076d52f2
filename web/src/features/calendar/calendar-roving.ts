import { useEffect, useRef, useState } from 'react'

interface Roving {
  /** Names of the cells on screen. */
  cells: readonly string[]
  /** The cell that Tab reaches first. */
  start: string
  /** Where a key leads from a cell; undefined for a key that is not for cells. */
  next: (key: string, cell: string) => string | undefined
  /** A key leads to a cell that is not on screen: bring it there. */
  onLeave: (cell: string) => void
}

/**
 * One tab stop for many cells, moved by keys. Cells carry `data-cell` with their name and are focused;
 * whatever else stands in one carries `data-at`, so that keys lead on from there too.
 */
export const useRoving = ({ cells, start, next, onLeave }: Roving) => {
  const root = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(start)
  // Asked for, and focused as soon as it is on screen.
  const wanted = useRef<string>(undefined)
  const stop = cells.includes(current) ? current : start
  const focus = (cell: string): boolean => {
    const element = root.current?.querySelector<HTMLElement>(`[data-cell="${cell}"]`)
    element?.focus()
    return element != null
  }
  useEffect(() => {
    if (wanted.current && focus(wanted.current)) wanted.current = undefined
  })
  return {
    root,
    tabIndexOf: (cell: string) => (cell === stop ? 0 : -1),
    onKeyDown: (event: React.KeyboardEvent) => {
      const { target } = event
      if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return
      const cell = target.closest<HTMLElement>('[data-cell], [data-at]')
      const from = cell?.dataset.cell ?? cell?.dataset.at
      const to = from && next(event.key, from)
      if (!to) return
      event.preventDefault()
      setCurrent(to)
      if (focus(to)) return
      wanted.current = to
      onLeave(to)
    },
  }
}
