import { type Journalist, journalistsApi } from '@ngopi/shared/journalists'
import { useMutation } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { keyUnder } from '../../lib/query.ts'
import { useUndoable } from '../../lib/use-undoable.ts'
import { errorToast, toast } from '../../ui/toast.tsx'
import { useRefreshPartners } from '../partner-forms/api.ts'
import { journalistStrings } from '../partner-forms/journalist.strings.ts'
import { partnerStrings } from '../partner-forms/partner.strings.ts'
import { withoutRow } from './without-row.ts'

/** Archiving a journalist, to be undone for a moment; bringing one back; confirming a walk-in; trusting a contact again. */
export const useJournalistActions = () => {
  const t = useT(partnerStrings)
  const own = useT(journalistStrings)
  const refresh = useRefreshPartners()
  const bringBack = (journalist: Pick<Journalist, 'id'>) =>
    call(journalistsApi.restore, { params: { id: journalist.id } })
  const archive = useUndoable({
    run: (journalist: Pick<Journalist, 'id' | 'fullName'>) =>
      call(journalistsApi.archive, { params: { id: journalist.id } }),
    undo: bringBack,
    message: (journalist) => t('archivedName', { name: journalist.fullName }),
    refreshes: ['journalists', 'outlets', 'search', 'reports'],
    optimistic: (journalist) => [
      {
        queryKey: keyUnder('journalists', journalistsApi.list.url),
        update: withoutRow(journalist.id),
      },
    ],
  })
  const restore = useMutation({
    mutationFn: bringBack,
    onSuccess: (journalist) => {
      void refresh()
      void toast(t('restored', { name: journalist.fullName }))
    },
    onError: (error) => void errorToast(error),
  })
  const confirm = useMutation({
    mutationFn: (journalist: Pick<Journalist, 'id' | 'version'>) =>
      call(journalistsApi.update, {
        params: { id: journalist.id },
        body: { version: journalist.version, provisional: false },
      }),
    onSuccess: (journalist) => void toast(own('confirmed', { name: journalist.fullName })),
    onError: (error) => void errorToast(error),
    // Refused as stale or not: what is shown should be what is.
    onSettled: () => void refresh(),
  })
  const trust = useMutation({
    mutationFn: ({
      journalist,
      of,
    }: {
      journalist: Pick<Journalist, 'id' | 'version'>
      of: 'phone' | 'email'
    }) =>
      call(journalistsApi.update, {
        params: { id: journalist.id },
        body: {
          version: journalist.version,
          ...(of === 'phone' ? { phoneProblem: false } : { emailProblem: false }),
        },
      }),
    onSuccess: (_journalist, { of }) => void toast(own(`${of}Trusted`)),
    onError: (error) => void errorToast(error),
    onSettled: () => void refresh(),
  })
  return { archive, restore, confirm, trust }
}
