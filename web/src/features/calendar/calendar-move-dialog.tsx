import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { MoveEffect, SessionListItem } from '@ngopi/shared/sessions'
import { useRef, useState } from 'react'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { zoneName } from '../../lib/format-time.ts'
import { TimeRange } from '../../lib/time.tsx'
import { wallClockIn } from '../../lib/wall-clock.ts'
import { DayField } from '../../ui/day-field.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { calendarStrings } from '../sessions/calendar.strings.ts'
import { WarningsAt } from '../sessions/calendar-warnings.tsx'
import { useMoveEffect, useMoveWords } from '../sessions/move-effect-notice.tsx'
import { type MovedTimes, moveBody, movedTo } from './calendar-move.ts'
import classes from './calendar-move-dialog.module.css'

export interface PlannedMove {
  session: SessionListItem
  /** Undefined when it was asked for by key or menu, or while the fields are incomplete. */
  times: MovedTimes | undefined
}

interface MoveFormProps {
  move: PlannedMove
  moving: boolean
  error: Error | null
  /** The new time changed in the fields. */
  onChange: (times: MovedTimes | undefined) => void
  /** `effect` is undefined while the server has not said what the move means. */
  onMove: (times: MovedTimes, effect: MoveEffect | undefined) => void
  onCancel: () => void
}

const changeOf = (session: SessionListItem, times: MovedTimes) => {
  const { version: _, ...change } = moveBody(session, times)
  return change
}

const MoveForm = ({ move, moving, error, onChange, onMove, onCancel }: MoveFormProps) => {
  const t = useT(calendarStrings)
  const common = useT(commonStrings)
  const { session } = move
  const zone = session.timeZone
  const [target, setTarget] = useState(() =>
    wallClockIn(move.times?.startsAt ?? session.startsAt, zone),
  )
  const times = movedTo(session, target)
  const changed = times && Date.parse(times.startsAt) !== Date.parse(session.startsAt)
  const past = times !== undefined && Date.parse(times.startsAt) <= Date.now()
  const effect = useMoveEffect(
    session.id,
    times && changed && !past ? changeOf(session, times) : undefined,
  )
  const wordsOf = useMoveWords()
  const [tried, setTried] = useState(false)
  const dragged = useRef(move.times !== undefined).current
  const change = (patch: Partial<typeof target>) => {
    const next = { ...target, ...patch }
    setTarget(next)
    onChange(movedTo(session, next))
  }
  return (
    <form
      onSubmit={(submit) => {
        submit.preventDefault()
        setTried(true)
        if (times && changed && !past) onMove(times, effect)
      }}
    >
      <Stack gap="md">
        <Text fw={600}>{session.title}</Text>
        <dl className={classes.times}>
          <dt>{t('moveDialog.from')}</dt>
          <dd>
            <TimeRange session={session} />
          </dd>
          <dt>{t('moveDialog.to')}</dt>
          <dd data-new>{changed ? <TimeRange session={{ ...session, ...times }} /> : '–'}</dd>
        </dl>
        <div>
          <div className={classes.fields}>
            <DayField
              label={t('moveDialog.day')}
              lean="future"
              value={target.day}
              onChange={(day) => change({ day })}
              error={tried && times && !changed && t('moveDialog.same')}
              focused={!dragged}
            />
            <TimeField
              label={t('moveDialog.time')}
              value={target.time}
              onChange={(time) => change({ time })}
              error={past ? t('moveDialog.past') : tried && !times && t('moveDialog.noTime')}
            />
          </div>
          <Text c="dimmed" size="xs" mt={4}>
            {t('moveDialog.length', { zone: zoneName(session.startsAt, zone) })}
          </Text>
        </div>
        <WarningsAt startsAt={times?.startsAt} endsAt={times?.endsAt} timeZone={zone} />
        {effect && (
          <Text
            role="status"
            className={classes.asked}
            data-many={effect.notified > 0 || undefined}
          >
            {effect.notified > 0 ? wordsOf(effect) : t('moveDialog.nobodyAsked')}
          </Text>
        )}
        {error && <ErrorNotice error={error} persisted />}
        <Group gap="sm" justify="flex-end">
          <Button variant="subtle" color="gray" onClick={onCancel}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={moving} data-autofocus={dragged || undefined}>
            {t('moveDialog.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** Before a session moves: when it was, when it will be, who is asked again, what speaks against it. */
export const CalendarMoveDialog = ({
  opened,
  move,
  onClosed,
  ...props
}: Omit<MoveFormProps, 'move'> & {
  opened: boolean
  move: PlannedMove | undefined
  /** After it is gone from the screen. */
  onClosed: () => void
}) => {
  const t = useT(calendarStrings)
  const common = useT(commonStrings)
  return (
    <Modal
      opened={opened}
      onClose={props.onCancel}
      onExitTransitionEnd={onClosed}
      // What had the focus may stand on another day afterwards; the page finds it there.
      returnFocus={false}
      title={t('moveDialog.title')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {move && <MoveForm key={move.session.id} move={move} {...props} />}
    </Modal>
  )
}
