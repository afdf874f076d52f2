import { Select } from '@mantine/core'
import { questionsApi } from '@ngopi/shared/questions'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useT } from '../../i18n.tsx'
import { ask } from '../../lib/query.ts'
import type { Picked } from '../../ui/entity-picker.tsx'
import { coverageStrings } from './coverage.strings.ts'

interface QuestionSelectProps {
  sessionId: string
  value: Picked | null
  onChange: (question: Picked | null) => void
  error: ReactNode
}

/** Chooses the question, among those of the session that may be quoted, that a placement came of. */
export const QuestionSelect = ({ sessionId, value, onChange, error }: QuestionSelectProps) => {
  const t = useT(coverageStrings)
  const { data } = useQuery(
    ask(questionsApi.list, { params: { id: sessionId }, query: { limit: 100 } }),
  )
  const asked = (data?.items ?? [])
    .filter(({ offRecord }) => !offRecord)
    .map(({ id, text }) => ({ id, name: text }))
  const known = value === null || asked.some(({ id }) => id === value.id)
  const options = known ? asked : [value, ...asked]
  return (
    <Select
      label={t('form.question')}
      description={t('form.questionHint')}
      clearable
      searchable
      nothingFoundMessage={t('form.noQuestion')}
      data={options.map(({ id, name }) => ({ value: id, label: name }))}
      value={value?.id ?? null}
      onChange={(id) => onChange(options.find((one) => one.id === id) ?? null)}
      error={error}
    />
  )
}
