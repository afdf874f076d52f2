import { Text } from '@mantine/core'
import { type ReminderStep, remindersApi } from '@ngopi/shared/reminders'
import { useQuery } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { ask } from '../../lib/query.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { AnswerMark } from '../../ui/marks.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { reminderOffsetsStrings } from '../sessions/reminder-offsets.strings.ts'
import classes from './reminders.module.css'
import { remindersStrings } from './reminders.strings.ts'

interface RecipientsProps {
  sessionId: string
  step: Pick<ReminderStep, 'step' | 'state' | 'daysBefore'>
}

const Recipients = ({ sessionId, step }: RecipientsProps) => {
  const t = useT(remindersStrings)
  const list = useQuery(
    ask(remindersApi.recipients, { params: { id: sessionId, step: step.step } }),
  )
  if (list.error) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <SkeletonRows rows={8} height={52} />
  if (list.data.items.length === 0)
    return <EmptyState icon="people" title={t('noRecipients')} text={t('noRecipientsText')} />
  return (
    <>
      <Text c="dimmed" mb="sm">
        {t(step.state === 'sent' ? 'recipientsSent' : 'recipientsNow')}
      </Text>
      <ul className={classes.recipients}>
        {list.data.items.map((one) => (
          <li key={one.invitationId}>
            <div>
              <Text fw={600}>{one.journalist.fullName}</Text>
              <Text size="xs" c="dimmed">
                {[one.outlet?.name, t(`words.${one.about}`), t(`channel.${one.channel ?? 'none'}`)]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </div>
            <AnswerMark answer={one.answer} />
          </li>
        ))}
      </ul>
    </>
  )
}

interface RecipientsPanelProps {
  sessionId: string
  step: RecipientsProps['step'] | undefined
  onClose: () => void
}

/** Who gets a reminder, with which words, by which way. */
export const RecipientsPanel = ({ sessionId, step, onClose }: RecipientsPanelProps) => {
  const t = useT(remindersStrings)
  const offsets = useT(reminderOffsetsStrings)
  return (
    <SidePanel
      opened={step !== undefined}
      onClose={onClose}
      title={step && t('recipientsOf', { step: offsets('step', { days: step.daysBefore }) })}
    >
      {step && <Recipients sessionId={sessionId} step={step} />}
    </SidePanel>
  )
}
