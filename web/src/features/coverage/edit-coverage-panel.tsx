import { type Coverage, coverageApi } from '@ngopi/shared/coverage'
import { useQueryClient } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { ApiError } from '../../lib/api-error.ts'
import { ask } from '../../lib/query.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { useOfficeZone } from '../../lib/use-office-zone.ts'
import { FormPanel } from '../../ui/form-panel.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { useRefreshCoverage } from './api.ts'
import { coverageStrings } from './coverage.strings.ts'
import { CoverageFields } from './coverage-fields.tsx'
import { bodyOfCoverage, coverageFieldOf, valuesOfCoverage } from './coverage-values.ts'
import { DuplicateNotice, existingIn } from './duplicate-notice.tsx'

interface EditProps {
  coverage: Coverage
  onClose: () => void
}

const EditCoverageForm = ({ coverage, onClose }: EditProps) => {
  const t = useT(coverageStrings)
  const zone = useOfficeZone()
  const cache = useQueryClient()
  const refresh = useRefreshCoverage()
  const params = { id: coverage.id }
  const { queryKey } = ask(coverageApi.get, { params })
  const f = useContractForm({
    draft: `coverage/${coverage.id}`,
    schema: coverageApi.update.schema.body,
    initialValues: valuesOfCoverage(coverage, zone),
    toBody: (values) => ({ ...bodyOfCoverage(values, zone), version: coverage.version }),
    fieldOf: coverageFieldOf,
    send: (body) => call(coverageApi.update, { params, body }),
    onSaved: (saved: Coverage) => {
      cache.setQueryData(queryKey, saved)
      void refresh()
      onClose()
    },
  })
  const duplicate = f.error instanceof ApiError && f.error.code === 'duplicate'
  return (
    <FormPanel
      {...f}
      submitLabel={t('form.save')}
      onCancel={onClose}
      // The newer version makes the form anew, with what it holds.
      onTakeTheirs={(current) => cache.setQueryData(queryKey, current as Coverage)}
    >
      <CoverageFields form={f.form} zone={zone} />
      {duplicate && <DuplicateNotice duplicates={existingIn((f.error as ApiError).current)} />}
    </FormPanel>
  )
}

/** Correcting what was recorded of a placement, beside its page. */
export const EditCoveragePanel = ({ opened, ...props }: EditProps & { opened: boolean }) => {
  const t = useT(coverageStrings)
  return (
    <SidePanel opened={opened} onClose={props.onClose} size={560} title={t('form.editTitle')}>
      {opened && <EditCoverageForm key={props.coverage.version} {...props} />}
    </SidePanel>
  )
}
