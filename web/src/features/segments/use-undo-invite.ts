import type { ResponseOf } from '@ngopi/shared/endpoint'
import { invitationsApi } from '@ngopi/shared/invitations'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { useRefreshInvited } from './use-invite.ts'

/** Takes invitations back of which nobody was told yet, all at once; answers who could not be taken back. */
export const useUndoInvite = (
  sessionId: string,
  onDone: (answer: ResponseOf<typeof invitationsApi.withdraw>) => void,
) => {
  const refresh = useRefreshInvited()
  return useMutation({
    mutationFn: (invitationIds: readonly string[]) =>
      call(invitationsApi.withdraw, {
        params: { id: sessionId },
        body: { invitationIds: [...invitationIds] },
      }),
    onSuccess: onDone,
    onSettled: () => void refresh(),
  })
}
