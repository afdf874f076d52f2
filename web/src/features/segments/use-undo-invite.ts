import { invitationsApi } from '@ngopi/shared/invitations'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { ApiError } from '../../lib/api-error.ts'
import { useRefreshInvited } from './use-invite.ts'

/** Takes invitations back of which nobody was told yet; one that is gone already is no error. */
export function useUndoInvite(onDone: (count: number) => void) {
  const refresh = useRefreshInvited()
  const [done, setDone] = useState(0)
  const undo = useMutation({
    mutationFn: async (ids: readonly string[]) => {
      for (const [i, id] of ids.entries()) {
        await call(invitationsApi.revoke, { params: { id }, query: { notify: 'false' } }).catch(
          (error: unknown) => {
            if (!(error instanceof ApiError && error.code === 'not_found')) throw error
          },
        )
        setDone(i + 1)
      }
      return ids.length
    },
    onSuccess: onDone,
    onSettled: () => void refresh(),
  })
  return { ...undo, done }
}
