import { Button, Group, Text } from '@mantine/core'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { Time } from '../../lib/time.tsx'
import { useOfficeZone } from '../../lib/use-office-zone.ts'
import { partnerStrings } from '../partner-forms/partner.strings.ts'
import classes from '../partner-forms/partners.module.css'

interface ArchivedNoticeProps {
  /** Instant. */
  archivedAt: string
  /** Left out when the user may not restore. */
  onRestore?: (() => void) | undefined
  restoring: boolean
}

/** Says that a partner is archived, and brings it back. */
export const ArchivedNotice = ({ archivedAt, onRestore, restoring }: ArchivedNoticeProps) => {
  const t = useT(partnerStrings)
  const common = useT(commonStrings)
  const zone = useOfficeZone()
  return (
    <Group className={classes.notice} justify="space-between" gap="sm">
      <Text>
        {t.rich('archivedText', { day: () => <Time at={archivedAt} zone={zone} dayOnly /> })}
      </Text>
      {onRestore && (
        <Button size="xs" variant="default" loading={restoring} onClick={onRestore}>
          {common('restore')}
        </Button>
      )}
    </Group>
  )
}
