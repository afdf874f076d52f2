import { Button, Group } from '@mantine/core'
import { type SessionListItem, sessionsApi } from '@ngopi/shared/sessions'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useLocale, useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { formatRange } from '../../lib/format-time.ts'
import { useOnce, useOpenedNext } from '../../lib/opened-late.ts'
import { errorToast, toast } from '../../ui/toast.tsx'
import { type MovedTimes, moveBody } from '../calendar/calendar-move.ts'
import { sessionOptions } from '../sessions/api.ts'
import { CancelSessionDialog } from '../sessions/session-dialogs.tsx'
import { seriesStrings } from './series.strings.ts'
import { useRefreshSeries } from './series-api.ts'

// It brings the picker of days with it.
const CalendarMoveDialog = lazy(() =>
  import('../calendar/calendar-move-dialog.tsx').then((module) => ({
    default: module.CalendarMoveDialog,
  })),
)

/** What becomes of a session whose day its series no longer names: move, keep or cancel it. */
export const SeriesDecision = ({ session }: { session: SessionListItem }) => {
  const t = useT(seriesStrings)
  const locale = useLocale()
  const cache = useQueryClient()
  const refresh = useRefreshSeries()
  const [dialog, setDialog] = useState<'move' | 'cancel'>()
  const moveAsked = useOnce(dialog === 'move')
  const moveOpened = useOpenedNext(dialog === 'move')
  const params = { id: session.id }
  const { title } = session

  const taken = (saved: Awaited<ReturnType<typeof call<typeof sessionsApi.keep>>>) => {
    cache.setQueryData(sessionOptions(saved.id).queryKey, saved)
    setDialog(undefined)
    void refresh()
  }
  const keep = useMutation({
    mutationFn: () => call(sessionsApi.keep, { params }),
    onSuccess: (saved) => {
      taken(saved)
      void toast(t('decide.kept', { title }))
    },
    onError: (error) => void errorToast(error),
  })
  const move = useMutation({
    mutationFn: (times: MovedTimes) =>
      call(sessionsApi.update, { params, body: moveBody(session, times) }),
    onSuccess: (saved) => {
      taken(saved)
      void toast(t('decide.moved', { title, time: formatRange(saved, locale) }))
    },
    onSettled: refresh,
  })
  return (
    <Group gap="xs">
      <Button size="xs" variant="default" onClick={() => setDialog('move')}>
        {t('decide.move')}
      </Button>
      <Button size="xs" variant="default" loading={keep.isPending} onClick={() => keep.mutate()}>
        {t('decide.keep')}
      </Button>
      <Button size="xs" variant="default" onClick={() => setDialog('cancel')}>
        {t('decide.cancel')}
      </Button>
      {moveAsked && (
        <Suspense fallback={null}>
          <CalendarMoveDialog
            opened={moveOpened}
            move={{ session, times: undefined }}
            moving={move.isPending}
            error={move.error}
            onChange={() => move.reset()}
            onMove={(times) => move.mutate(times)}
            onCancel={() => setDialog(undefined)}
            onClosed={() => move.reset()}
          />
        </Suspense>
      )}
      <CancelSessionDialog
        session={session}
        opened={dialog === 'cancel'}
        onClose={() => setDialog(undefined)}
        onDone={taken}
      />
    </Group>
  )
}
