import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import classes from './segments.module.css'
import { segmentsStrings } from './segments.strings.ts'

interface TrayProps {
  count: number
  /** Seats of the session and who is invited already; a null capacity has no limit. */
  seats?: { capacity: number | null; invited: number; perOutlet?: number | null } | undefined
  /** Why it cannot be done now, in place of the count. */
  hindrance?: string | undefined
  /** What is on screen is not yet what was asked for. */
  waiting?: boolean
  saving: boolean
  error: Error | null
  onClear?: (() => void) | undefined
  onInvite: () => void
}

/** How many more would be invited than there are seats. */
const overSeats = (count: number, seats: TrayProps['seats']): number =>
  !seats || seats.capacity === null || count === 0 ? 0 : seats.invited + count - seats.capacity

/** Inviting more than there are seats is allowed, and said with figures. */
const SeatsExceeded = ({
  count,
  seats: { capacity, invited, perOutlet },
}: {
  count: number
  seats: NonNullable<TrayProps['seats']>
}) => {
  const t = useT(segmentsStrings)
  const all = invited + count
  if (capacity === null || all <= capacity) return null
  return (
    <Text className={classes.exceeded} size="sm">
      <Icon name="warning" size={16} />
      <span>
        {t('exceeded', { seats: capacity, all, over: all - capacity })}{' '}
        {perOutlet ? t('exceededCap', { count: perOutlet }) : t('exceededNoCap')}
      </span>
    </Text>
  )
}

/** How many are chosen, and the one button; always in view. For more than there are seats it asks once more. */
export const InviteTray = ({
  count,
  seats,
  hindrance,
  waiting = false,
  saving,
  error,
  onClear,
  onInvite,
}: TrayProps) => {
  const t = useT(segmentsStrings)
  const common = useT(commonStrings)
  const [askedFor, setAskedFor] = useState<number>()
  const over = overSeats(count, seats) > 0
  const asks = over && askedFor !== count
  const wordOfButton = count === 0 ? 'submitNone' : over && !asks ? 'submitOver' : 'submit'
  return (
    <div className={classes.tray}>
      {error && <ErrorNotice error={error} persisted />}
      {count > 0 && seats && <SeatsExceeded count={count} seats={seats} />}
      <Group gap="xs" role="status">
        <Text fw={count > 0 ? 600 : 400} c={count > 0 && !hindrance ? undefined : 'dimmed'}>
          {hindrance ?? (count > 0 ? t('ticked', { count }) : t('chooseFirst'))}
        </Text>
        {onClear && count > 0 && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onClear}>
            {common('clearSelection')}
          </Button>
        )}
      </Group>
      <Button
        disabled={count === 0 || waiting || hindrance !== undefined}
        loading={saving}
        onClick={() => (asks ? setAskedFor(count) : onInvite())}
      >
        {t(wordOfButton, { count })}
      </Button>
    </div>
  )
}
