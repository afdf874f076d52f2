import { type UseFormReturnType, useForm } from '@mantine/form'
import { type SyntheticEvent, useCallback, useRef, useState } from 'react'
import type { z } from 'zod'
import { ApiError } from './api-error.ts'
import { withoutBlanks } from './blank-fields.ts'
import { firstHeldField } from './held-fields.ts'
import { issueText } from './issue-text.ts'
import { type FormDraft, useDraft } from './use-draft.ts'

export interface ContractFormInput<S extends z.ZodType, V extends Record<string, unknown>, R> {
  /** The body of the contract: `outletsApi.create.schema.body`. */
  schema: S
  /** Mirrors the fields on screen, not the body. */
  initialValues: V
  /**
   * What the draft of this form is kept under, such as `journalist/{id}`; null where nothing typed may be kept: a
   * password, a question that is no work.
   */
  draft: string | null
  /** Turns the fields into the body; left out, the same names, empty texts as null or absent. */
  toBody?: (values: V) => unknown
  /** From a path in the body to a field, where they differ. */
  fieldOf?: (path: string) => string
  send: (body: z.input<S>) => Promise<R>
  onSaved: (answer: R) => void
}

/** Somebody else saved first: what is on the server now, and a way to save over it. */
export interface Conflict {
  readonly current: unknown
  readonly keepMine: () => void
}

export interface ContractForm<V extends Record<string, unknown>> {
  form: UseFormReturnType<V>
  submit: (event?: SyntheticEvent<HTMLFormElement>) => void
  saving: boolean
  /** For `FormPanel`'s `submitError`. */
  error: Error | undefined
  conflict: Conflict | undefined
  draft: FormDraft
}

const versionOf = (record: unknown): number | undefined => {
  const version = (record as { version?: unknown } | undefined)?.version
  return typeof version === 'number' ? version : undefined
}

const focusFirstError = (element: HTMLFormElement | undefined) =>
  // The errors are painted first.
  requestAnimationFrame(() => element?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())

/**
 * A form checked by the body schema of a contract. Errors, ours and the server's, land at their
 * fields and the first gets the focus; what was typed is kept until it is saved or thrown away. Spread
 * `form.getInputProps('name')` on the inputs.
 */
export const useContractForm = <
  S extends z.ZodType,
  V extends Record<string, unknown> = z.input<S> & Record<string, unknown>,
  R = unknown,
>({
  schema,
  initialValues,
  draft: draftName,
  toBody = (values) => withoutBlanks(schema, values),
  fieldOf = (path) => path,
  send,
  onSaved,
}: ContractFormInput<S, V, R>): ContractForm<V> => {
  const draft = useDraft(draftName, initialValues)
  const initialOf = useRef(() => initialValues)
  // The values change in events only, so the latest functions are at hand by then.
  const putDraft = useRef(draft.put)
  putDraft.current = draft.put
  const form = useForm<V>({
    initialValues: draft.began,
    onValuesChange: useCallback((values: V) => putDraft.current(values, initialOf.current()), []),
    validate: (values) => {
      const body = toBody(values)
      const checked = schema.safeParse(body)
      const errors: Record<string, string> = {}
      for (const issue of checked.error?.issues ?? [])
        errors[fieldOf(issue.path.join('.'))] ??= issueText(issue, body)
      return errors
    },
  })
  // What is saved is what the form began with, not what was restored into it.
  const settled = useRef(false)
  if (!settled.current) form.setInitialValues(initialValues)
  settled.current = true
  initialOf.current = form.getInitialValues
  const [saving, setSaving] = useState(false)
  const [error, setError] = useState<Error>()
  const element = useRef<HTMLFormElement>(undefined)

  const save = async (body: unknown) => {
    setSaving(true)
    setError(undefined)
    try {
      const answer = await send(body as z.input<S>)
      draft.end()
      onSaved(answer)
    } catch (cause) {
      const failed = cause instanceof Error ? cause : new Error(String(cause))
      setError(failed)
      if (failed instanceof ApiError) {
        if (failed.fields.length > 0) {
          form.setErrors(Object.fromEntries(failed.fields.map((f) => [fieldOf(f.path), f.message])))
          focusFirstError(element.current)
        }
      }
    } finally {
      setSaving(false)
    }
  }

  const submit = form.onSubmit(
    (values) => save(toBody(values)),
    () => focusFirstError(element.current),
  )
  const stale = error instanceof ApiError && error.code === 'stale' ? error : undefined
  const theirs = versionOf(stale?.current)

  return {
    form,
    draft: draft.shown({
      read: form.getValues,
      initial: form.getInitialValues,
      fill: form.setValues,
    }),
    submit: (event) => {
      element.current = event?.currentTarget
      const problemField = firstHeldField(element.current)
      if (!problemField) return submit(event)
      event?.preventDefault()
      problemField.focus()
    },
    saving,
    error,
    conflict:
      stale && theirs !== undefined
        ? {
            current: stale.current,
            keepMine: () => void save({ ...(toBody(form.getValues()) as object), version: theirs }),
          }
        : undefined,
  }
}
