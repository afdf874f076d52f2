import { Button, Group, Text } from '@mantine/core'
import { commonMessages } from '../../common-messages.ts'
import { useT } from '../../i18n.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import classes from './segments.module.css'
import { segmentsMessages } from './segments-messages.ts'

interface TrayProps {
  count: number
  /** Why it cannot be done now, in place of the count. */
  hindrance?: string | undefined
  /** What is on screen is not yet what was asked for. */
  waiting?: boolean
  saving: boolean
  error: Error | null
  onClear?: (() => void) | undefined
  onInvite: () => void
}

/** How many are chosen, and the one button; always in view. */
export const InviteTray = ({
  count,
  hindrance,
  waiting = false,
  saving,
  error,
  onClear,
  onInvite,
}: TrayProps) => {
  const t = useT(segmentsMessages)
  const common = useT(commonMessages)
  return (
    <div className={classes.tray}>
      {error && <ErrorNotice error={error} kept />}
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
        onClick={onInvite}
      >
        {count > 0 ? t('submit', { count }) : t('submitNone')}
      </Button>
    </div>
  )
}
