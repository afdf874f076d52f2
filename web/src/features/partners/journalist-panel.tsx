import { journalistsApi } from '@ngopi/shared/journalists'
import { useQuery } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { ask } from '../../lib/query.ts'
import { useMay } from '../../lib/use-session.ts'
import { paths } from '../../paths.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { EditJournalistForm } from '../partner-forms/edit-journalist-form.tsx'
import { journalistStrings } from '../partner-forms/journalist.strings.ts'
import { ArchivedNotice } from './archived-notice.tsx'
import { JournalistFacts } from './journalist-facts.tsx'
import { nameWithTitles } from './journalist-name.ts'
import { PanelActions } from './panel-actions.tsx'
import type { PartnerPanelProps } from './partner-panel-props.ts'
import { ProvisionalNotice } from './provisional-notice.tsx'
import { useJournalistActions } from './use-journalist-actions.ts'

/** A journalist beside the list. */
export const JournalistPanel = ({ id, editing, onEdit, onClose }: PartnerPanelProps) => {
  const t = useT(journalistStrings)
  const mayEdit = useMay(journalistsApi.update)
  const { archive, restore, confirm, trust } = useJournalistActions()
  const { data: journalist, error } = useQuery({
    ...ask(journalistsApi.get, { params: { id } }),
    enabled: id !== '',
  })
  const edits = editing && mayEdit
  return (
    <SidePanel
      opened={id !== ''}
      onClose={onClose}
      title={edits ? t('editJournalist') : journalist ? nameWithTitles(journalist) : t('title')}
      actions={
        journalist &&
        !edits && (
          <PanelActions
            page={paths.journalist(journalist.id)}
            editable={mayEdit && !journalist.archivedAt}
            onEdit={() => onEdit(true)}
            onArchive={() => {
              onClose()
              void archive(journalist)
            }}
          />
        )
      }
    >
      {error && <ErrorNotice error={error} />}
      {!journalist && !error && <SkeletonRows rows={6} />}
      {journalist?.archivedAt && (
        <ArchivedNotice
          archivedAt={journalist.archivedAt}
          onRestore={mayEdit ? () => restore.mutate(journalist) : undefined}
          restoring={restore.isPending}
        />
      )}
      {journalist && !edits && journalist.provisional && !journalist.archivedAt && (
        <ProvisionalNotice
          onConfirm={mayEdit ? () => confirm.mutate(journalist) : undefined}
          confirming={confirm.isPending}
        />
      )}
      {journalist &&
        (edits ? (
          <EditJournalistForm journalist={journalist} onClose={() => onEdit(false)} />
        ) : (
          <JournalistFacts
            journalist={journalist}
            onTrust={
              mayEdit && !journalist.archivedAt
                ? (of) => trust.mutate({ journalist, of })
                : undefined
            }
            trusting={trust.isPending}
          />
        ))}
    </SidePanel>
  )
}
