import { Button, Group, Modal, Radio, Stack, Switch, Text } from '@mantine/core'
import type { Session } from '@ngopi/shared/sessions'
import { whatsappApi } from '@ngopi/shared/whatsapp'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { commonMessages } from '../../common-messages.ts'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { ask } from '../../lib/query.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { MailReach } from './mail-reach.tsx'
import { sendMessages } from './send-messages.ts'
import { SentResult } from './send-result.tsx'
import { kindsFor, type SendKind, sendKinds } from './to-send.ts'

interface ContentProps {
  session: Pick<Session, 'id' | 'status' | 'startsAt'>
  kind: SendKind
  onKind: (kind: SendKind) => void
  onClose: () => void
}

const Content = ({ session, kind, onKind, onClose }: ContentProps) => {
  const t = useT(sendMessages)
  const common = useT(commonMessages)
  const cache = useQueryClient()
  const [attachLetter, setAttachLetter] = useState(false)
  const reach = useQuery({
    ...ask(whatsappApi.progress, { params: { id: session.id } }),
    // Others may have sent meanwhile.
    staleTime: 0,
  })
  const guests = reach.data?.kinds.find((one) => one.kind === kind)?.byMail.guests ?? 0
  const send = useMutation({
    mutationFn: () =>
      call(whatsappApi.sendMany, {
        params: { id: session.id },
        body: { channel: 'email', kind, attachLetter: attachLetter && kind === 'invitation' },
      }),
    onSuccess: () => {
      for (const word of ['sessions', 'invitations', 'mails'])
        void cache.invalidateQueries({ queryKey: [word] })
    },
  })
  if (send.data) return <SentResult result={send.data} kind={kind} onClose={onClose} />
  return (
    <Stack gap="lg">
      <Text c="dimmed">{t('mailIntro')}</Text>
      <Radio.Group
        label={t('kind')}
        value={kind}
        onChange={(value) => onKind(sendKinds.find((one) => one === value) ?? kind)}
      >
        <Stack gap="xs" mt="xs">
          {kindsFor(session, Date.now()).map((one) => (
            <Radio key={one} value={one} label={t(`kinds.${one}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {kind === 'invitation' && (
        <Switch
          label={t('attachLetter')}
          checked={attachLetter}
          onChange={(event) => setAttachLetter(event.currentTarget.checked)}
        />
      )}
      {reach.data && <MailReach progress={reach.data} kind={kind} />}
      {reach.isPending && <SkeletonRows rows={1} />}
      {reach.error && <ErrorNotice error={reach.error} onRetry={() => void reach.refetch()} />}
      {send.error && <ErrorNotice error={send.error} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {common('cancel')}
        </Button>
        <Button loading={send.isPending} disabled={guests === 0} onClick={() => send.mutate()}>
          {t(`submit.${kind}`, { count: guests })}
        </Button>
      </Group>
    </Stack>
  )
}

interface SendMailDialogProps extends Omit<ContentProps, 'kind'> {
  /** What is to be sent; undefined keeps the dialog shut. */
  kind: SendKind | undefined
}

/** One message by mail to everybody who has not got it yet. */
export const SendMailDialog = ({ kind, onClose, ...props }: SendMailDialogProps) => {
  const t = useT(sendMessages)
  const common = useT(commonMessages)
  return (
    <Modal
      opened={kind !== undefined}
      onClose={onClose}
      title={t('mail')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {kind && <Content kind={kind} onClose={onClose} {...props} />}
    </Modal>
  )
}
