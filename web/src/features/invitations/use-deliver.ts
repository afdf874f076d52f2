import { type Invitation, invitationsApi } from '@ngopi/shared/invitations'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { call, newIdempotencyKey } from '../../lib/api.ts'
import { errorToast, toast } from '../../ui/toast.tsx'
import { invitationsMessages } from './messages.ts'
import type { SendKind } from './to-send.ts'

export interface DeliveryOrder {
  invitation: Pick<Invitation, 'id' | 'journalist'>
  channel: 'whatsapp' | 'email' | 'letter' | 'phone'
  kind: SendKind
}

/** Records that a person sent something, or queues an e-mail. */
export const useDeliver = () => {
  const t = useT(invitationsMessages)
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ invitation, channel, kind }: DeliveryOrder) =>
      call(
        invitationsApi.deliver,
        { params: { id: invitation.id }, body: { channel, kind } },
        { idempotencyKey: newIdempotencyKey() },
      ),
    onSuccess: (_, { invitation, channel }) => {
      const name = invitation.journalist.fullName
      void toast(
        channel === 'email'
          ? t('emailed', { name })
          : t('marked', { name, channel: t(`channel.${channel}`) }),
      )
      void cache.invalidateQueries({ queryKey: ['sessions'] })
      void cache.invalidateQueries({ queryKey: ['invitations'] })
    },
    onError: (error) => void errorToast(error),
  })
}
