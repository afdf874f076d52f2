import { type Invitation, invitationsApi } from '@ngopi/shared/invitations'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { readAgain } from '../../lib/query.ts'
import { errorToast, toast, undoToast } from '../../ui/toast.tsx'
import { invitationsStrings } from '../invitations/invitations.strings.ts'
import type { SendKind } from './to-send.ts'

export interface DeliveryOrder {
  invitation: Pick<Invitation, 'id' | 'journalist'>
  channel: 'whatsapp' | 'email' | 'letter' | 'phone'
  kind: SendKind
}

/** Records that a person sent something, which can be taken back, or queues an e-mail. */
export const useDeliver = () => {
  const t = useT(invitationsStrings)
  const cache = useQueryClient()
  const refresh = () => {
    void readAgain(cache, 'sessions', 'invitations', 'home')
  }
  return useMutation({
    mutationFn: ({ invitation, channel, kind }: DeliveryOrder) =>
      call(invitationsApi.deliver, { params: { id: invitation.id }, body: { channel, kind } }),
    onSuccess: ({ id, state }, { invitation, channel }) => {
      const name = invitation.journalist.fullName
      if (channel === 'email') void toast(t(state === 'kept' ? 'keptFor' : 'emailed', { name }))
      else
        void undoToast(t('marked', { name, channel: t(`channel.${channel}`) }), () => {
          call(invitationsApi.takeBack, { params: { id } }).then(refresh, errorToast)
        })
      refresh()
    },
    onError: (error) => void errorToast(error),
  })
}
