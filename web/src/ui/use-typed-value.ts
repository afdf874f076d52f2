import { useEffect, useRef, useState } from 'react'
import { markField } from '../lib/held-fields.ts'

interface TypedValueInput {
  value: string
  onChange: (value: string) => void
  /** How a value is written; never asked of the empty one. */
  show: (value: string) => string
  /** The value in what was typed; undefined where there is none. */
  read: (typed: string) => string | undefined
  /** What is said of a text that cannot be read. */
  problem: string
}

/**
 * A text field that stands for a value. What was typed is read when the field or the page is left, and on Enter; what
 * cannot be read stays as it was typed, with an error, and holds its form.
 */
export const useTypedValue = ({ value, onChange, show, read, problem }: TypedValueInput) => {
  const input = useRef<HTMLInputElement>(null)
  const shown = value === '' ? '' : show(value)
  const [typed, setTyped] = useState(shown)
  const [known, setKnown] = useState(value)
  const [unreadable, setUnreadable] = useState(false)
  if (value !== known) {
    setKnown(value)
    setTyped(shown)
    setUnreadable(false)
  }

  const commit = () => {
    if (typed === shown && !unreadable) return
    const found = typed.trim() === '' ? '' : read(typed)
    // Before the form asks, which may be in this very event.
    markField(input.current, found === undefined ? problem : '')
    setUnreadable(found === undefined)
    setKnown(found ?? '')
    if (found !== undefined) setTyped(found && show(found))
    if ((found ?? '') !== value) onChange(found ?? '')
  }

  const follow = (text: string) => {
    setTyped(text)
    const found = read(text)
    if (found === undefined || found === value || show(found) !== text) return
    // Written as it is shown, it is whole: what follows from it can be seen before the field is left.
    setUnreadable(false)
    setKnown(found)
    onChange(found)
  }

  useEffect(() => markField(input.current, unreadable ? problem : ''), [unreadable, problem])

  const latest = useRef(commit)
  latest.current = commit
  useEffect(() => {
    // A dialog that Esc closes, or a page left by the browser's buttons, takes the field away with the focus in it.
    const leave = () => latest.current()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])

  return {
    input,
    problem: unreadable ? problem : undefined,
    /** Takes a value that was chosen instead of typed. */
    choose: (chosen: string) => {
      markField(input.current, '')
      setUnreadable(false)
      setKnown(chosen)
      setTyped(show(chosen))
      onChange(chosen)
    },
    props: {
      ref: input,
      value: typed,
      autoComplete: 'off',
      onChange: (event: { currentTarget: { value: string } }) => follow(event.currentTarget.value),
      onBlur: commit,
    },
    commit,
  }
}
