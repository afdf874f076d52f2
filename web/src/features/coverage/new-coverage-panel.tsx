import { type Coverage, coverageApi } from '@ngopi/shared/coverage'
import { sessionsApi } from '@ngopi/shared/sessions'
import { useQuery } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { ApiError } from '../../lib/api-error.ts'
import { ask } from '../../lib/query.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { useOfficeZone } from '../../lib/use-office-zone.ts'
import type { Picked } from '../../ui/entity-picker.tsx'
import { FormPanel } from '../../ui/form-panel.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { toast } from '../../ui/toast.tsx'
import { useRefreshCoverage } from './api.ts'
import { coverageStrings } from './coverage.strings.ts'
import { CoverageFields } from './coverage-fields.tsx'
import { bodyOfCoverage, coverageFieldOf, emptyCoverage } from './coverage-values.ts'
import { DuplicateNotice, existingIn } from './duplicate-notice.tsx'

interface FormProps {
  session: Picked | null
  onClose: () => void
}

const NewCoverageForm = ({ session, onClose }: FormProps) => {
  const t = useT(coverageStrings)
  const zone = useOfficeZone()
  const refresh = useRefreshCoverage()
  const f = useContractForm({
    draft: `coverage/new/${session?.id ?? ''}`,
    schema: coverageApi.create.schema.body,
    initialValues: emptyCoverage(session),
    toBody: (values) => bodyOfCoverage(values, zone),
    fieldOf: coverageFieldOf,
    send: (body) => call(coverageApi.create, { body }),
    onSaved: (saved: Coverage) => {
      void refresh()
      void toast(t('form.saved', { title: saved.title }))
      onClose()
    },
  })
  const duplicate = f.error instanceof ApiError && f.error.code === 'duplicate'
  return (
    <FormPanel {...f} submitLabel={t('form.create')} onCancel={onClose}>
      <CoverageFields form={f.form} zone={zone} />
      {duplicate && <DuplicateNotice duplicates={existingIn((f.error as ApiError).current)} />}
    </FormPanel>
  )
}

interface NewCoveragePanelProps {
  opened: boolean
  /** The session the piece came out of; empty for none. */
  sessionId: string
  onClose: () => void
}

/** Recording a placement, beside the list. */
export const NewCoveragePanel = ({ opened, sessionId, onClose }: NewCoveragePanelProps) => {
  const t = useT(coverageStrings)
  const known = useQuery({
    ...ask(sessionsApi.get, { params: { id: sessionId } }),
    enabled: opened && sessionId !== '',
  })
  // A session out of reach is no reason to keep the form from opening.
  const waiting = sessionId !== '' && known.isPending
  return (
    // Opened with the form inside, so that the first field gets the focus.
    <SidePanel opened={opened && !waiting} onClose={onClose} size={560} title={t('form.newTitle')}>
      {opened && !waiting && (
        <NewCoverageForm
          session={known.data ? { id: known.data.id, name: known.data.title } : null}
          onClose={onClose}
        />
      )}
    </SidePanel>
  )
}
