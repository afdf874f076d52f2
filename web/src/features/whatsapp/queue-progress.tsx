import { Button, Progress, Text } from '@mantine/core'
import type { QueueProgress as Counts } from '@ngopi/shared/whatsapp'
import { useT } from '../../i18n.tsx'
import classes from './whatsapp.module.css'
import { whatsappStrings } from './whatsapp.strings.ts'

/** How far all officers together are. */
export const QueueProgress = ({
  progress,
  onPause,
}: {
  progress: Counts
  /** Absent when there is nothing to stop. */
  onPause?: (() => void) | undefined
}) => {
  const t = useT(whatsappStrings)
  const { total, waiting, inHand } = progress
  const done = total - waiting
  return (
    <div className={classes.progress}>
      <Text c="dimmed" component="div" className={classes.progressText}>
        <span>
          {t('done', { done, total })}
          {inHand > 0 && ` · ${t('inHand', { count: inHand })}`}
        </span>
        {onPause && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onPause}>
            {t('pause')}
          </Button>
        )}
      </Text>
      <Progress
        value={total === 0 ? 100 : (done / total) * 100}
        size="sm"
        aria-label={t('progress')}
      />
    </div>
  )
}
