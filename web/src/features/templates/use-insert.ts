import type { TemplateVariable } from '@ngopi/shared/templates'
import { useRef } from 'react'

type Field = 'subject' | 'body'
type Input = HTMLInputElement | HTMLTextAreaElement

/** Puts variables where the cursor is, or was last, in one of two fields; at first at the end of the message. */
export function useInsert(change: (field: Field, text: string) => void) {
  const inputs = useRef<Partial<Record<Field, Input | null>>>({})
  const last = useRef<Field>('body')
  const entered = useRef(false)
  return {
    into: (field: Field) => ({
      ref: (input: Input | null) => {
        inputs.current[field] = input
      },
      onFocus: () => {
        last.current = field
        entered.current = true
      },
    }),
    variable: (name: TemplateVariable) => {
      const input = inputs.current[last.current]
      if (!input) return
      const { value } = input
      const from = entered.current ? (input.selectionStart ?? value.length) : value.length
      const to = entered.current ? (input.selectionEnd ?? from) : from
      const placeholder = `{${name}}`
      change(last.current, value.slice(0, from) + placeholder + value.slice(to))
      // The field has the new text once it is painted.
      requestAnimationFrame(() => {
        input.focus()
        input.setSelectionRange(from + placeholder.length, from + placeholder.length)
      })
    },
  }
}
