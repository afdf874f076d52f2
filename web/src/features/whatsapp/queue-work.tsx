import { Button, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import type { Session } from '@ngopi/shared/sessions'
import { type Reminded, whatsappApi } from '@ngopi/shared/whatsapp'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { QueueEnd } from './queue-end.tsx'
import { QueueGuest } from './queue-guest.tsx'
import type { QueueKind } from './queue-kinds.ts'
import { QueueProgress } from './queue-progress.tsx'
import { useQueue } from './use-queue.ts'
import classes from './whatsapp.module.css'
import { whatsappStrings } from './whatsapp.strings.ts'

interface QueueWorkProps {
  session: Pick<Session, 'id' | 'timeZone'>
  kind: QueueKind
  /** Of reminders: these guests alone. */
  reminds: Reminded | undefined
  /** Puts those who were set aside at the end of the queue. */
  onAgain: () => Promise<unknown>
  onPause: () => void
}

/** The guests of a queue, one at a time, each in nobody else's hands. */
export const QueueWork = ({ session, kind, reminds, onAgain, onPause }: QueueWorkProps) => {
  const t = useT(whatsappStrings)
  const common = useT(commonStrings)
  const { turn: claimed, last, settle, undo, takeNext, busy } = useQueue(session.id, kind, reminds)
  const takeBack = () => {
    if (last && !busy) undo.mutate(last)
  }
  useHotkeys([['U', takeBack]])
  const { data, error } = claimed
  if (error && !data) return <ErrorNotice error={error} onRetry={takeNext} />
  if (!data) return <SkeletonRows rows={6} />
  const { item, progress } = data
  const pause = () => {
    // Should this fail, the guest is free again in five minutes all the same.
    if (item) call(whatsappApi.release, { params: { id: item.id } }).catch(() => undefined)
    onPause()
  }
  const trouble = settle.error ?? undo.error
  return (
    <div className={classes.work}>
      <QueueProgress progress={progress} onPause={item ? pause : undefined} />
      <div className={classes.last} role="status">
        {last && (
          <>
            <Text component="span">
              {t(`last.${last.outcome}`, { name: last.item.journalist.fullName })}
            </Text>
            <Button size="compact-sm" variant="subtle" disabled={busy} onClick={takeBack}>
              {common('undo')}
            </Button>
          </>
        )}
      </div>
      {trouble && (
        <ErrorNotice error={trouble}>
          <Button size="xs" variant="default" onClick={takeNext}>
            {t('nextGuest')}
          </Button>
        </ErrorNotice>
      )}
      {item ? (
        <QueueGuest
          key={item.id}
          item={item}
          zone={session.timeZone}
          busy={busy}
          onSettle={(outcome, note) =>
            settle.mutateAsync({ item, outcome, ...(note ? { note } : {}) })
          }
        />
      ) : (
        <QueueEnd
          sessionId={session.id}
          kind={kind}
          reminds={reminds}
          progress={progress}
          onAgain={() => void onAgain().then(takeNext)}
          onCheck={takeNext}
        />
      )}
    </div>
  )
}
