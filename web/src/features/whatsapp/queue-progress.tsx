import { Progress, Text } from '@mantine/core'
import type { QueueProgress as Counts } from '@ngopi/shared/whatsapp'
import { useT } from '../../i18n.tsx'
import { whatsappMessages } from './messages.ts'
import classes from './whatsapp.module.css'

/** How far all officers together are. */
export const QueueProgress = ({ progress }: { progress: Counts }) => {
  const t = useT(whatsappMessages)
  const { total, waiting, inHand } = progress
  const done = total - waiting
  return (
    <div className={classes.progress}>
      <Text c="dimmed" component="div" className={classes.progressText}>
        <span>{t('done', { done, total })}</span>
        {inHand > 0 && <span>{t('inHand', { count: inHand })}</span>}
      </Text>
      <Progress
        value={total === 0 ? 100 : (done / total) * 100}
        size="sm"
        aria-label={t('progress')}
      />
    </div>
  )
}
