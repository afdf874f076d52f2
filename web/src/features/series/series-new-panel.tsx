import { seriesApi } from '@ngopi/shared/series'
import { useNavigate } from '@tanstack/react-router'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { dayIn } from '../../lib/format-time.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { useOfficeZone } from '../../lib/use-office-zone.ts'
import { paths } from '../../paths.ts'
import { FormPanel } from '../../ui/form-panel.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { toast } from '../../ui/toast.tsx'
import { seriesStrings } from './series.strings.ts'
import { useRefreshSeries } from './series-api.ts'
import { SeriesFields } from './series-fields.tsx'
import { SeriesPreview } from './series-preview.tsx'
import { emptySeries, seriesBodyOf, seriesFieldOf } from './series-values.ts'

const NewSeriesForm = ({ onCancel }: { onCancel: () => void }) => {
  const t = useT(seriesStrings)
  const zone = useOfficeZone()
  const navigate = useNavigate()
  const refresh = useRefreshSeries()
  const f = useContractForm({
    draft: 'series/new',
    schema: seriesApi.create.schema.body,
    initialValues: emptySeries(dayIn(new Date().toISOString(), zone)),
    toBody: (values) => seriesBodyOf(values, zone),
    fieldOf: seriesFieldOf,
    send: (body) => call(seriesApi.create, { body }),
    onSaved: ({ id, title }) => {
      void refresh()
      void toast(t('created', { title }))
      void navigate({ to: paths.series(id) })
    },
  })
  return (
    <FormPanel {...f} wide submitLabel={t('form.create')} onCancel={onCancel}>
      <SeriesFields
        form={f.form}
        zone={zone}
        preview={<SeriesPreview values={f.form.values} zone={zone} />}
      />
    </FormPanel>
  )
}

/** A new series; its sessions are made as soon as it is saved. */
export const SeriesNewPanel = ({ opened, onClose }: { opened: boolean; onClose: () => void }) => {
  const t = useT(seriesStrings)
  return (
    <SidePanel opened={opened} onClose={onClose} size={944} title={t('form.newTitle')}>
      {opened && <NewSeriesForm onCancel={onClose} />}
    </SidePanel>
  )
}
