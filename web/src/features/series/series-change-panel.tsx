import type { Series } from '@ngopi/shared/series'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { paths } from '../../paths.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { toast } from '../../ui/toast.tsx'
import { seriesStrings } from './series.strings.ts'
import { comingSessions, seriesOptions } from './series-api.ts'
import { SeriesChangeForm } from './series-change-form.tsx'

interface ChangeProps {
  series: Series
  splits: boolean
  onClose: () => void
}

const Change = ({ series, splits, onClose }: ChangeProps) => {
  const t = useT(seriesStrings)
  const common = useT(commonStrings)
  const cache = useQueryClient()
  const navigate = useNavigate()
  // As it was opened: a newer one read meanwhile must not wipe what is typed.
  const [shown, setShown] = useState(series)
  const coming = useQuery({ ...comingSessions(series.id), enabled: splits })
  if (splits && coming.error)
    return <ErrorNotice error={coming.error} onRetry={() => void coming.refetch()} />
  if (splits && !coming.data) return <SkeletonRows rows={6} />
  // The second of those to come: at the first, all of them would change.
  const days = coming.data?.flatMap((session) => session.occurrenceDate ?? []) ?? []
  return (
    <SeriesChangeForm
      key={shown.version}
      series={shown}
      from={splits ? (days[1] ?? days[0] ?? '') : undefined}
      onCancel={onClose}
      onSaved={(saved) => {
        void toast(splits ? t('splitDone') : common('saved'))
        if (splits) void navigate({ to: paths.series(saved.id) })
        else onClose()
      }}
      onTakeTheirs={(current) => {
        cache.setQueryData(seriesOptions(current.id).queryKey, current)
        setShown(current)
      }}
    />
  )
}

/** Changing a series: all that is to come, or from a day on. */
export const SeriesChangePanel = ({ opened, ...props }: ChangeProps & { opened: boolean }) => {
  const t = useT(seriesStrings)
  return (
    <SidePanel
      opened={opened}
      onClose={props.onClose}
      size={944}
      title={t(props.splits ? 'form.splitTitle' : 'form.editTitle')}
    >
      {opened && <Change {...props} />}
    </SidePanel>
  )
}
