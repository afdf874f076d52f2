import { Alert, Text } from '@mantine/core'
import type { MoveEffect, SessionListItem } from '@ngopi/shared/sessions'
import { lazy, Suspense, useState } from 'react'
import { commonStrings } from '../../common.strings.ts'
import { useLocale, useT } from '../../i18n.tsx'
import { formatRange } from '../../lib/format-time.ts'
import { useOnce, useOpenedNext } from '../../lib/opened-late.ts'
import type { Days } from '../../lib/period.ts'
import { Icon } from '../../ui/icon.tsx'
import { errorToast, toast, undoToast } from '../../ui/toast.tsx'
import { calendarStrings } from '../sessions/calendar.strings.ts'
import classes from './calendar.module.css'
import { useMoveSession } from './calendar-api.ts'
import { eventElementId } from './calendar-event.tsx'
import { eventOf } from './calendar-events.ts'
import type { MovedTimes } from './calendar-move.ts'
import type { PlannedMove } from './calendar-move-dialog.tsx'

// It brings the picker of days with it.
const CalendarMoveDialog = lazy(() =>
  import('./calendar-move-dialog.tsx').then((module) => ({ default: module.CalendarMoveDialog })),
)

interface Plan extends PlannedMove {
  /** What is left of a plan while its dialog goes away is not shown in the calendar any more. */
  phase: 'dragging' | 'asking' | 'closing'
}

/**
 * A move from the first pixel or key to the server's answer: the shadow in the calendar, the dialog, and
 * what is said afterwards.
 */
export const useCalendarMove = (days: Days, zone: string) => {
  const t = useT(calendarStrings)
  const common = useT(commonStrings)
  const locale = useLocale()
  const [plan, setPlan] = useState<Plan>()
  const [stale, setStale] = useState<string>()
  const close = () => setPlan((before) => before && { ...before, phase: 'closing' })
  const move = useMoveSession(days, {
    onMoved: ({ session, times, effect }, undo) => {
      close()
      const { title } = session
      const time = formatRange({ ...session, ...times }, locale)
      if (undo) void undoToast(t('moved', { title, time }), undo)
      else if (effect && effect.toReconfirm > 0)
        void toast(t('movedAsked', { title, time, count: effect.toReconfirm }))
      else void toast(t('movedTold', { title, time, count: effect?.notified ?? 0 }))
    },
    onStale: ({ title }, undoing) => {
      close()
      setStale(t(undoing ? 'undoStale' : 'stale', { title }))
    },
    // The dialog says so itself while it is there.
    onFailed: (error) => {
      if (plan?.phase !== 'asking') void errorToast(error)
    },
  })

  const ask = (session: SessionListItem, times?: MovedTimes) => {
    move.reset()
    setStale(undefined)
    setPlan({ session, times, phase: 'asking' })
  }
  const asking = plan?.phase === 'asking'
  const wanted = useOnce(asking)
  const opened = useOpenedNext(asking)
  const submit = (times: MovedTimes, effect: MoveEffect | undefined) => {
    if (!plan) return
    move.mutate({ session: plan.session, times, effect })
    if (effect?.notified === 0) close()
  }

  return {
    ask,
    /** Where the session would lie, in the calendar's zone. */
    ghost:
      plan?.times && plan.phase !== 'closing'
        ? eventOf({ ...plan.session, ...plan.times }, zone)
        : undefined,
    drag: {
      onOver: (session: SessionListItem, times: MovedTimes | undefined) =>
        setPlan({ session, times, phase: 'dragging' }),
      onDrop: ask,
      onCancel: () => setPlan(undefined),
    },
    notice: stale && (
      <Alert
        className={classes.stale}
        variant="light"
        color="gray"
        icon={<Icon name="warning" />}
        role="alert"
        withCloseButton
        closeButtonLabel={common('close')}
        onClose={() => setStale(undefined)}
      >
        <Text>{stale}</Text>
      </Alert>
    ),
    dialog: wanted && (
      <Suspense fallback={null}>
        <CalendarMoveDialog
          opened={opened}
          move={plan?.phase === 'dragging' ? undefined : plan}
          moving={move.isPending}
          error={move.error}
          onChange={(times) => setPlan((before) => before && { ...before, times })}
          onMove={submit}
          onCancel={close}
          onClosed={() => {
            if (plan) document.getElementById(eventElementId(plan.session.id))?.focus()
            setPlan(undefined)
          }}
        />
      </Suspense>
    ),
  }
}
