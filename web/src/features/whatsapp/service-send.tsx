import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { readAgain } from '../../lib/query.ts'
import { errorToast, toast } from '../../ui/toast.tsx'
import { sendToAll } from '../sending/api.ts'
import type { QueueKind } from './queue-kinds.ts'
import { whatsappStrings } from './whatsapp.strings.ts'

/** Hands everything of a kind to the official service, which sends without a person. */
export const ServiceSend = ({ sessionId, kind }: { sessionId: string; kind: QueueKind }) => {
  const t = useT(whatsappStrings)
  const cache = useQueryClient()
  const send = useMutation({
    mutationFn: () =>
      sendToAll({
        params: { id: sessionId },
        body: { channel: 'whatsapp', kind, attachLetter: false },
      }),
    onSuccess: ({ sent, skipped }) => {
      const [first] = skipped
      const more = first
        ? ` ${t('skipped', { count: skipped.length })} (${t('skippedBecause', { name: first.fullName, reason: t(`reason.${first.reason}`) })})`
        : ''
      void toast(`${t('start.serviceSent', { count: sent })}.${more}`)
      void readAgain(cache, 'sessions', 'invitations')
    },
    onError: (error) => void errorToast(error),
  })
  return (
    <Button variant="default" loading={send.isPending} onClick={() => send.mutate()}>
      {t('start.service')}
    </Button>
  )
}
