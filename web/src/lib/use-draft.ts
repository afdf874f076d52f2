import { useRef, useState } from 'react'
import { draftOf, keepDraft, readDraft, withDraft } from './drafts.ts'
import { useMaybeUser } from './use-session.ts'

/** What a form shows of its draft. */
export interface FormDraft {
  /** The form began with what was typed before. */
  readonly restored: boolean
  /** Somebody else has since changed a field that was typed in. */
  readonly overtaken: boolean
  /** Rises when the fields are filled anew, so that each begins anew with its value. */
  readonly revision: number
  /** Gives up what was typed. Answers how to bring it back; undefined when there was nothing. */
  throwAway: () => (() => void) | undefined
}

type Values = Record<string, unknown>

interface DraftedFields<V> {
  read: () => V
  /** What they hold when nothing is typed. */
  initial: () => V
  /** Must lead to `put`, as typing does. */
  fill: (values: V) => void
}

/**
 * Keeps what is typed into a form on the device, for the user who works here, until it is saved or thrown away.
 *
 * @param name of the form and its record, such as `journalist/{id}`; null where nothing may be kept
 */
export const useDraft = <V extends Values>(name: string | null, initialValues: V) => {
  const userId = useMaybeUser()?.id
  // Those it began with: a login that ends takes nothing away.
  const [{ owner, form }] = useState({ owner: userId, form: name })
  const [found, setFound] = useState(() => {
    const draft = owner && form ? readDraft(owner, form, Date.now()) : undefined
    return draft && withDraft(draft, initialValues)
  })
  const [revision, setRevision] = useState(0)
  const restored = useRef(found !== undefined)
  const put = (values: V, initial: V) => {
    if (!owner || !form) return
    const draft = draftOf(values, initial, Date.now())
    restored.current = draft !== undefined
    keepDraft(owner, form, draft)
  }
  /** Saved or given up: the fields on screen are no draft any more. */
  const end = () => {
    if (owner && form) keepDraft(owner, form, undefined)
    restored.current = false
    setFound(undefined)
  }
  return {
    began: found?.values ?? initialValues,
    put,
    end,
    /** What the form shows, for fields that `read` gives and `fill` sets. */
    shown: ({ read, initial, fill }: DraftedFields<V>): FormDraft => ({
      restored: found !== undefined,
      overtaken: found?.overtaken ?? false,
      revision,
      throwAway: () => {
        if (!restored.current) return undefined
        const typed = read()
        const fillAnew = (values: V) => {
          fill(values)
          setRevision((before) => before + 1)
        }
        fillAnew(initial())
        end()
        return () => fillAnew(typed)
      },
    }),
  }
}
