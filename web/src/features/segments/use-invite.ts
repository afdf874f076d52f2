import { invitationsApi } from '@ngopi/shared/invitations'
import type { Resource } from '@ngopi/shared/resources'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { call } from '../../lib/api.ts'
import { readAgain } from '../../lib/query.ts'
import type { Skipped } from './invite-batches.ts'

export type InviteBody = z.input<typeof invitationsApi.create.schema.body>

export interface Invited {
  /** Ids of the invitations made. */
  created: readonly string[]
  /** Of them: who was invited before. */
  standing: readonly string[]
  skipped: readonly Skipped[]
}

/** What an invitation changes: the session's counts, the lists of people, and what a segment holds. */
const touched = [
  'sessions',
  'journalists',
  'audiences',
  'segments',
] as const satisfies readonly Resource[]

/** Reads again whatever an invitation changed. */
export const useRefreshInvited = () => {
  const cache = useQueryClient()
  return () => readAgain(cache, ...touched)
}

/** Invites to a session by one request or, for a long list of names, several. */
export const useInvite = (sessionId: string, onDone: (invited: Invited) => void) => {
  const refresh = useRefreshInvited()
  return useMutation({
    mutationFn: async (bodies: readonly InviteBody[]): Promise<Invited> => {
      const skipped: Skipped[] = []
      const created: string[] = []
      const standing: string[] = []
      for (const body of bodies) {
        const answer = await call(invitationsApi.create, { params: { id: sessionId }, body })
        created.push(...answer.created.map(({ id }) => id))
        skipped.push(...answer.skipped)
        standing.push(...answer.standing)
      }
      return { created, skipped, standing }
    },
    onSuccess: onDone,
    onSettled: () => void refresh(),
  })
}
