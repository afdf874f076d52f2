import { Button, Group, Modal, Radio, Stack, Switch } from '@mantine/core'
import type { Session } from '@ngopi/shared/sessions'
import { whatsappApi } from '@ngopi/shared/whatsapp'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { ask, readAgain } from '../../lib/query.ts'
import { paths } from '../../paths.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { sendToAll } from './api.ts'
import { ReachText } from './reach-text.tsx'
import { sendStrings } from './send.strings.ts'
import { SentResult } from './send-result.tsx'
import { kindsFor, queueSearch, type Sending, sendingsFor } from './to-send.ts'

interface ContentProps {
  session: Pick<Session, 'id' | 'status' | 'startsAt' | 'answers'>
  sending: Sending
  onSending: (sending: Sending) => void
  onClose: () => void
}

const nameOf = ({ kind, reminds }: Sending) => (reminds ? `${kind}.${reminds}` : kind)

/** A reminder says whom it is meant for. */
const inFull = ({ kind, reminds = 'silent' }: Sending): Sending =>
  kind === 'reminder' ? { kind, reminds } : { kind }

const Content = ({ session, sending: asked, onSending, onClose }: ContentProps) => {
  const t = useT(sendStrings)
  const common = useT(commonStrings)
  const cache = useQueryClient()
  const navigate = useNavigate()
  const sending = inFull(asked)
  const { kind } = sending
  const params = { id: session.id }
  const [attachLetter, setAttachLetter] = useState(false)
  const query = useQuery({
    ...ask(whatsappApi.reach, { params, query: sending }),
    // Others may have sent meanwhile.
    staleTime: 0,
  })
  const reach = query.data
  const [waitingBefore, setWaitingBefore] = useState(0)
  const options = sendingsFor(session, Date.now())
  const toQueue = { to: paths.whatsappQueue(session.id), search: queueSearch(sending) }
  const send = useMutation({
    mutationFn: () =>
      sendToAll({
        params,
        body: { ...sending, attachLetter: attachLetter && kind === 'invitation' },
      }),
    onSuccess: ({ sent, queued }) => {
      void readAgain(cache, 'sessions', 'invitations', 'mails', 'home')
      // Nothing went by itself: what is left to do is done there.
      if (sent === 0 && queued > 0) void navigate(toQueue)
    },
  })
  const waiting = reach?.waiting ?? 0
  if (send.data)
    return (
      <SentResult
        result={send.data}
        queued={send.data.queued + waitingBefore}
        sending={sending}
        sessionId={session.id}
        onClose={onClose}
      />
    )
  const atOnce = (reach?.byMail ?? 0) + (reach?.byService ?? 0)
  const byOfficer = (reach?.byOfficer ?? 0) - waiting
  const label =
    atOnce > 0 && byOfficer > 0
      ? t('sendAndPrepare', { count: atOnce, prepared: byOfficer })
      : t(atOnce > 0 ? `submit.${kind}` : 'prepare', { count: atOnce || byOfficer })
  return (
    <Stack gap="lg">
      <Radio.Group
        label={t('kind')}
        value={nameOf(sending)}
        onChange={(value) => {
          const chosen = options.find((one) => nameOf(one) === value)
          if (chosen) onSending(chosen)
        }}
      >
        <Stack gap="xs" mt="xs">
          {options.map((one) => (
            <Radio
              key={nameOf(one)}
              value={nameOf(one)}
              label={t(one.reminds ? `reminds.${one.reminds}` : `kinds.${one.kind}`)}
            />
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
      {reach && (
        <ReachText
          reach={reach}
          sending={sending}
          sessionId={session.id}
          onInvite={() => onSending({ kind: 'invitation' })}
        />
      )}
      {query.isPending && <SkeletonRows rows={2} />}
      {query.error && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {send.error && <ErrorNotice error={send.error} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {common('cancel')}
        </Button>
        {atOnce + byOfficer === 0 && waiting > 0 ? (
          <ButtonLink {...toQueue}>{t('toQueue')}</ButtonLink>
        ) : (
          <Button
            loading={send.isPending}
            disabled={atOnce + byOfficer === 0}
            onClick={() => {
              setWaitingBefore(waiting)
              send.mutate()
            }}
          >
            {label}
          </Button>
        )}
      </Group>
    </Stack>
  )
}

interface SendDialogProps extends Omit<ContentProps, 'sending'> {
  /** What is to be sent; undefined keeps the dialog shut. */
  sending: Sending | undefined
}

/** One message to everybody it is meant for who has not got it yet, to each by the way that reaches them. */
export const SendDialog = ({ sending, session, onClose, ...props }: SendDialogProps) => {
  const t = useT(sendStrings)
  const common = useT(commonStrings)
  const mayBeSent = kindsFor(session, Date.now()).some((kind) => kind === sending?.kind)
  return (
    <Modal
      size="lg"
      opened={sending !== undefined && mayBeSent}
      onClose={onClose}
      title={t('send')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {sending && <Content session={session} sending={sending} onClose={onClose} {...props} />}
    </Modal>
  )
}
