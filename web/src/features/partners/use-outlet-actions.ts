import { type Outlet, outletsApi } from '@ngopi/shared/outlets'
import { useMutation } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { keyUnder } from '../../lib/query.ts'
import { useUndoable } from '../../lib/use-undoable.ts'
import { errorToast, toast } from '../../ui/toast.tsx'
import { useRefreshPartners } from '../partner-forms/api.ts'
import { partnerStrings } from '../partner-forms/partner.strings.ts'
import { withoutRow } from './without-row.ts'

/** Archiving an outlet, to be undone for a moment, and bringing one back. */
export const useOutletActions = () => {
  const t = useT(partnerStrings)
  const refresh = useRefreshPartners()
  const bringBack = (outlet: Pick<Outlet, 'id'>) =>
    call(outletsApi.restore, { params: { id: outlet.id } })
  const archive = useUndoable({
    run: (outlet: Pick<Outlet, 'id' | 'name'>) =>
      call(outletsApi.archive, { params: { id: outlet.id } }),
    undo: bringBack,
    message: (outlet) => t('archivedName', { name: outlet.name }),
    refreshes: ['outlets', 'journalists', 'search'],
    optimistic: (outlet) => [
      { queryKey: keyUnder('outlets', outletsApi.list.url), update: withoutRow(outlet.id) },
    ],
  })
  const restore = useMutation({
    mutationFn: bringBack,
    onSuccess: (outlet) => {
      void refresh()
      void toast(t('restored', { name: outlet.name }))
    },
    onError: (error) => void errorToast(error),
  })
  return { archive, restore }
}
