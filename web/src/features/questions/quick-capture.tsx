import { Autocomplete, Checkbox, Textarea } from '@mantine/core'
import { attendanceApi } from '@ngopi/shared/attendance'
import { questionsApi } from '@ngopi/shared/questions'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { ask, readAgain } from '../../lib/query.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { FormPanel } from '../../ui/form-panel.tsx'
import { toast } from '../../ui/toast.tsx'
import classes from './questions.module.css'
import { questionsStrings } from './questions.strings.ts'

interface Values extends Record<string, unknown> {
  text: string
  asker: string
  topic: string
  offRecord: boolean
}

const empty: Values = { text: '', asker: '', topic: '', offRecord: false }

/** Writes a question down while people speak: the cursor is back at the start as soon as it is kept. */
export const QuickCapture = ({ sessionId, topics }: { sessionId: string; topics: string[] }) => {
  const t = useT(questionsStrings)
  const cache = useQueryClient()
  const text = useRef<HTMLTextAreaElement>(null)
  const guests = useQuery(ask(attendanceApi.list, { params: { id: sessionId }, query: {} }))
  const known = new Map(
    (guests.data?.items ?? []).map(({ journalist, outlet }) => [
      [journalist.fullName, outlet?.name].filter(Boolean).join(', '),
      { journalistId: journalist.id, outletId: outlet?.id ?? null },
    ]),
  )
  const f = useContractForm({
    draft: `question/quick/${sessionId}`,
    schema: questionsApi.create.schema.body,
    initialValues: empty,
    toBody: ({ text: asked, asker, topic, offRecord }: Values) => ({
      text: asked,
      topic: topic.trim() || null,
      offRecord,
      ...(known.get(asker.trim()) ?? { askerName: asker.trim() || null }),
    }),
    fieldOf: (path) => (path === 'journalistId' || path === 'askerName' ? 'asker' : path),
    send: (body) => call(questionsApi.create, { params: { id: sessionId }, body }),
    onSaved: () => {
      void readAgain(cache, 'sessions')
      toast(t('quick.saved'))
      f.form.setValues({ ...empty, topic: f.form.values.topic })
      text.current?.focus()
    },
  })
  return (
    <section aria-label={t('quick.title')} className={classes.quick}>
      <FormPanel {...f} wide submitLabel={t('quick.save')}>
        <Textarea
          ref={text}
          label={t('quick.text')}
          autosize
          minRows={1}
          maxRows={6}
          {...f.form.getInputProps('text')}
        />
        <div className={classes.quickLine}>
          <Autocomplete
            label={t('quick.asker')}
            data={[...known.keys()]}
            limit={8}
            {...f.form.getInputProps('asker')}
          />
          <Autocomplete
            label={t('quick.topic')}
            data={topics}
            limit={8}
            {...f.form.getInputProps('topic')}
          />
          <Checkbox
            label={t('quick.offRecord')}
            {...f.form.getInputProps('offRecord', { type: 'checkbox' })}
          />
        </div>
      </FormPanel>
    </section>
  )
}
