import { Button } from '@mantine/core'
import { type Coverage, coverageApi } from '@ngopi/shared/coverage'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { ask } from '../../lib/query.ts'
import { useUndoable } from '../../lib/use-undoable.ts'
import { paths } from '../../paths.ts'
import { Icon } from '../../ui/icon.tsx'
import { errorToast } from '../../ui/toast.tsx'
import { useRefreshCoverage } from './api.ts'
import { coverageStrings } from './coverage.strings.ts'

interface CoverageActionsProps {
  coverage: Coverage
  onEdit: () => void
}

/** Correcting, archiving, bringing back. */
export const CoverageActions = ({ coverage, onEdit }: CoverageActionsProps) => {
  const t = useT(coverageStrings)
  const common = useT(commonStrings)
  const navigate = useNavigate()
  const cache = useQueryClient()
  const refresh = useRefreshCoverage()
  const params = { id: coverage.id }
  const bringBack = () => call(coverageApi.restore, { params })
  const archive = useUndoable<Coverage>({
    run: () => call(coverageApi.archive, { params }),
    undo: bringBack,
    message: ({ title }) => t('archivedTitle', { title }),
    refreshes: ['coverage', 'home', 'reports'],
  })
  const restore = useMutation({
    mutationFn: bringBack,
    onSuccess: (saved) => {
      cache.setQueryData(ask(coverageApi.get, { params }).queryKey, saved)
      void refresh()
    },
    onError: (error) => void errorToast(error),
  })
  if (coverage.archivedAt)
    return (
      <Button variant="default" loading={restore.isPending} onClick={() => restore.mutate()}>
        {common('restore')}
      </Button>
    )
  return (
    <>
      <Button variant="default" leftSection={<Icon name="edit" size={18} />} onClick={onEdit}>
        {common('edit')}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<Icon name="archive" size={18} />}
        onClick={async () => {
          if (await archive(coverage)) void navigate({ to: paths.coverageList })
        }}
      >
        {common('archive')}
      </Button>
    </>
  )
}
