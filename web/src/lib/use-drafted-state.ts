import { useState } from 'react'
import { useDraft } from './use-draft.ts'

/**
 * A state of choices and texts outside a form of a contract, kept as a draft like one.
 *
 * @param name as of `useDraft`
 */
export const useDraftedState = <V extends Record<string, unknown>>(
  name: string,
  initialValues: V,
) => {
  const { began, put, end, shown } = useDraft(name, initialValues)
  const [values, setValues] = useState(began)
  const fill = (next: V) => {
    setValues(next)
    put(next, initialValues)
  }
  const draft = shown({ read: () => values, initial: () => initialValues, fill })
  return { values, fill, end, draft }
}
