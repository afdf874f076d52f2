import { type Minutes, type MinutesBody, minutesApi } from '@ngopi/shared/minutes'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { errorToast, toast, undoToast } from '../../ui/toast.tsx'
import { minutesStrings } from './minutes.strings.ts'
import {
  type MinutesValues,
  minutesField,
  minutesToSave,
  minutesValues,
  type OfSession,
} from './minutes-values.ts'

interface MinutesEditInput {
  minutes: Minutes
  session: OfSession
  /** Keeps for the page what the server answered. */
  onSaved: (minutes: Minutes) => void
}

/** Minutes being edited: the form over the version it began with, and what replaces its text as a whole. */
export const useMinutesEdit = ({ minutes, session, onSaved }: MinutesEditInput) => {
  const t = useT(minutesStrings)
  // Not the newest there is: saving over what was never seen would lose it.
  const [base, setBase] = useState(minutes)
  const [revision, setRevision] = useState(0)
  const contractForm = useContractForm({
    draft: `minutes/${session.id}`,
    schema: minutesApi.save.schema.body,
    initialValues: minutesValues(minutes, session),
    toBody: (values: MinutesValues) => minutesToSave(values, base, session),
    fieldOf: minutesField,
    send: (body) => call(minutesApi.save, { params: { id: session.id }, body }),
    onSaved: (saved) => {
      setBase(saved)
      form.resetDirty()
      void toast(t('saved', { number: saved.version }))
      onSaved(saved)
    },
  })
  const { form } = contractForm
  const put = (values: Partial<MinutesValues>) => {
    form.setValues(values)
    setRevision((before) => before + 1)
  }
  /** Begins anew with what is on the server. */
  const begin = (from: Minutes) => {
    setBase(from)
    put(minutesValues(from, session))
    form.resetDirty()
  }
  const replaceBody = (body: MinutesBody, message: string) => {
    const { body: before } = form.getValues()
    put({ body })
    void undoToast(message, () => put({ body: before }))
  }
  /** Gives up what was changed; the toast brings it back. */
  const discard = (latest: Minutes) => {
    const [values, from] = [form.getValues(), base]
    begin(latest)
    void undoToast(t('discarded'), () => {
      setBase(from)
      put(values)
    })
  }
  const redraft = useMutation({
    mutationFn: () => call(minutesApi.get, { params: { id: session.id }, query: { draft: '1' } }),
    onSuccess: ({ body }) => replaceBody(body, t('redrafted')),
    onError: (error) => void errorToast(error),
  })
  return {
    contractForm,
    edition: revision,
    begin,
    replaceBody,
    discard,
    redraft,
    dirty: form.isDirty(),
  }
}
