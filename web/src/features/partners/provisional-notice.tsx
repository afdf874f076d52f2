import { Button, Group, Text } from '@mantine/core'
import { useT } from '../../i18n.tsx'
import { journalistStrings } from '../partner-forms/journalist.strings.ts'
import classes from '../partner-forms/partners.module.css'

interface ProvisionalNoticeProps {
  /** Left out when the user may not confirm, or where the button stands elsewhere. */
  onConfirm?: (() => void) | undefined
  confirming: boolean
}

/** Says why somebody is provisional, and confirms them. */
export const ProvisionalNotice = ({ onConfirm, confirming }: ProvisionalNoticeProps) => {
  const t = useT(journalistStrings)
  return (
    <Group className={classes.notice} justify="space-between" gap="sm">
      <Text maw={560}>{t('provisionalText')}</Text>
      {onConfirm && (
        <Button size="xs" variant="default" loading={confirming} onClick={onConfirm}>
          {t('confirm')}
        </Button>
      )}
    </Group>
  )
}
