import type { KeyboardEvent } from 'react'

/** Arrow keys walk from row to row; Home and End go to the ends. */
export const moveBetweenRows = (event: KeyboardEvent<HTMLElement>) => {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
  const focused = document.activeElement
  const at = focused instanceof HTMLElement ? rows.indexOf(focused) : -1
  if (at < 0) return
  const to = {
    ArrowDown: Math.min(at + 1, rows.length - 1),
    ArrowUp: Math.max(at - 1, 0),
    Home: 0,
    End: rows.length - 1,
  }[event.key]
  if (to === undefined) return
  event.preventDefault()
  rows[to]?.focus()
}
