import { outletsApi } from '@ngopi/shared/outlets'
import { useQuery } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { ask } from '../../lib/query.ts'
import { useMay } from '../../lib/use-session.ts'
import { paths } from '../../paths.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { EditOutletForm } from '../partner-forms/edit-outlet-form.tsx'
import { outletStrings } from '../partner-forms/outlet.strings.ts'
import { ArchivedNotice } from './archived-notice.tsx'
import { OutletFacts } from './outlet-facts.tsx'
import { PanelActions } from './panel-actions.tsx'
import type { PartnerPanelProps } from './partner-panel-props.ts'
import { useOutletActions } from './use-outlet-actions.ts'

/** An outlet beside its list. */
export const OutletPanel = ({ id, editing, onEdit, onClose }: PartnerPanelProps) => {
  const t = useT(outletStrings)
  const mayEdit = useMay(outletsApi.update)
  const { archive, restore } = useOutletActions()
  const { data: outlet, error } = useQuery({
    ...ask(outletsApi.get, { params: { id } }),
    enabled: id !== '',
  })
  const edits = editing && mayEdit
  return (
    <SidePanel
      opened={id !== ''}
      onClose={onClose}
      title={edits ? t('editOutlet') : (outlet?.name ?? t('title'))}
      actions={
        outlet &&
        !edits && (
          <PanelActions
            page={paths.outlet(outlet.id)}
            editable={mayEdit && !outlet.archivedAt}
            onEdit={() => onEdit(true)}
            onArchive={() => {
              onClose()
              void archive(outlet)
            }}
          />
        )
      }
    >
      {error && <ErrorNotice error={error} />}
      {!outlet && !error && <SkeletonRows rows={6} />}
      {outlet?.archivedAt && (
        <ArchivedNotice
          archivedAt={outlet.archivedAt}
          onRestore={mayEdit ? () => restore.mutate(outlet) : undefined}
          restoring={restore.isPending}
        />
      )}
      {outlet &&
        (edits ? (
          <EditOutletForm outlet={outlet} onClose={() => onEdit(false)} />
        ) : (
          <OutletFacts outlet={outlet} />
        ))}
    </SidePanel>
  )
}
