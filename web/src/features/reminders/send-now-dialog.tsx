import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { type ReminderStep, remindersApi } from '@ngopi/shared/reminders'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { readAgain } from '../../lib/query.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { toast } from '../../ui/toast.tsx'
import { reminderOffsetsStrings } from '../sessions/reminder-offsets.strings.ts'
import { remindersStrings } from './reminders.strings.ts'

interface SendNowProps {
  sessionId: string
  step: ReminderStep
  onClose: () => void
}

const SendNow = ({ sessionId, step, onClose }: SendNowProps) => {
  const t = useT(remindersStrings)
  const offsets = useT(reminderOffsetsStrings)
  const common = useT(commonStrings)
  const cache = useQueryClient()
  const { byMail, byWhatsapp, unreachable } = step.recipients
  const count = byMail + byWhatsapp
  const send = useMutation({
    mutationFn: () => call(remindersApi.sendNow, { params: { id: sessionId, step: step.step } }),
    onSuccess: async () => {
      void toast(t('sentNow', { step: offsets('step', { days: step.daysBefore }) }))
      onClose()
      await readAgain(cache, 'sessions')
      await readAgain(cache, 'reminders')
    },
  })
  return (
    <Stack gap="md">
      <Text>
        {count > 0 ? t('send.text', { count, mail: byMail, whatsapp: byWhatsapp }) : t('nobody')}
      </Text>
      {unreachable > 0 && <Text>{t('send.unreachable', { count: unreachable })}</Text>}
      {byWhatsapp > 0 && <Text>{t('send.queued')}</Text>}
      <Text c="dimmed">{t(step.state === 'missed' ? 'send.late' : 'send.once')}</Text>
      {send.error && <ErrorNotice error={send.error} />}
      <Group gap="sm" justify="flex-end">
        <Button variant="subtle" color="gray" onClick={onClose}>
          {common('cancel')}
        </Button>
        <Button
          data-autofocus
          loading={send.isPending}
          disabled={count === 0}
          onClick={() => send.mutate()}
        >
          {t('send.submit', { count })}
        </Button>
      </Group>
    </Stack>
  )
}

/** Many people will read it: how many, and by which way, is said before. */
export const SendNowDialog = ({
  step,
  ...props
}: Omit<SendNowProps, 'step'> & { step: ReminderStep | undefined }) => {
  const t = useT(remindersStrings)
  const offsets = useT(reminderOffsetsStrings)
  const common = useT(commonStrings)
  return (
    <Modal
      opened={step !== undefined}
      onClose={props.onClose}
      title={step && t('send.title', { step: offsets('step', { days: step.daysBefore }) })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {step && <SendNow step={step} {...props} />}
    </Modal>
  )
}
