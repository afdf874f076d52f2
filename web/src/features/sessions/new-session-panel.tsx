import { Select, Text } from '@mantine/core'
import { seriesApi } from '@ngopi/shared/series'
import { sessionsApi } from '@ngopi/shared/sessions'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { ask, readAgain } from '../../lib/query.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { useOfficeZone } from '../../lib/use-office-zone.ts'
import { instantOf, laterBy } from '../../lib/wall-clock.ts'
import { paths } from '../../paths.ts'
import { clockTimeIn } from '../../ui/clock-time.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { FormPanel } from '../../ui/form-panel.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { sessionOptions } from './api.ts'
import { WarningsAt } from './calendar-warnings.tsx'
import { SessionFields } from './session-fields.tsx'
import { bodyOf, copyOf, emptyValues, type SessionValues } from './session-values.ts'
import { sessionsStrings } from './sessions.strings.ts'

const NewSessionForm = ({
  initialValues,
  onCancel,
}: {
  initialValues: SessionValues
  onCancel: () => void
}) => {
  const t = useT(sessionsStrings)
  const zone = useOfficeZone()
  const cache = useQueryClient()
  const navigate = useNavigate()
  const series = useQuery(ask(seriesApi.list, { query: { limit: 100 } }))
  const f = useContractForm({
    draft: 'session/new',
    schema: sessionsApi.create.schema.body,
    initialValues,
    toBody: (values) => ({ ...bodyOf(values, zone), timeZone: zone, seriesId: values.seriesId }),
    send: (body) => call(sessionsApi.create, { body }),
    onSaved: (session) => {
      void readAgain(cache, 'sessions')
      void navigate({ to: paths.session(session.id) })
    },
  })
  const options = series.data?.items ?? []
  const { values } = f.form
  return (
    <FormPanel
      {...f}
      notice={
        <WarningsAt
          startsAt={instantOf({ day: values.day, time: values.start }, zone)}
          endsAt={instantOf({ day: values.day, time: values.end }, zone)}
          timeZone={zone}
        />
      }
      submitLabel={t('form.create')}
      onCancel={onCancel}
    >
      <SessionFields form={f.form} zone={zone} />
      {options.length > 0 && (
        <Select
          label={t('form.series')}
          placeholder={t('form.noSeries')}
          clearable
          data={options.map((one) => ({ value: one.id, label: one.title }))}
          {...f.form.getInputProps('seriesId')}
        />
      )}
    </FormPanel>
  )
}

/** How long a session lasts unless somebody says otherwise, minutes. */
const usualLength = 150

/** Empty fields, but for the day and time that were pointed at; it ends on the same day. */
const valuesAt = ({ day, time }: { day: string; time: string }): SessionValues => {
  const start = clockTimeIn(time)
  if (!start) return { ...emptyValues, day }
  const end = laterBy(start, usualLength)
  return { ...emptyValues, day, start, end: end > start ? end : '23:59' }
}

interface NewSessionPanelProps {
  opened: boolean
  /** Id of the session whose programme is copied; empty for none. */
  copyFrom: string
  /** A day and time to begin with, either perhaps empty. */
  startAt?: { day: string; time: string }
  onClose: () => void
}

/** A new session, empty or after the example of an old one. */
export const NewSessionPanel = ({ opened, copyFrom, startAt, onClose }: NewSessionPanelProps) => {
  const t = useT(sessionsStrings)
  const example = useQuery({ ...sessionOptions(copyFrom), enabled: opened && copyFrom !== '' })
  const waiting = copyFrom !== '' && !example.data
  return (
    <SidePanel
      opened={opened}
      onClose={onClose}
      size={560}
      title={t(copyFrom ? 'form.copyTitle' : 'form.newTitle')}
    >
      {example.error && (
        <ErrorNotice error={example.error} onRetry={() => void example.refetch()} />
      )}
      {waiting && !example.error && <SkeletonRows rows={6} />}
      {copyFrom && !waiting && (
        <Text c="dimmed" mb="md">
          {t('form.copied')}
        </Text>
      )}
      {opened && !waiting && (
        <NewSessionForm
          initialValues={
            example.data ? copyOf(example.data) : startAt ? valuesAt(startAt) : emptyValues
          }
          onCancel={onClose}
        />
      )}
    </SidePanel>
  )
}
