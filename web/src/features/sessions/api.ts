import type { RequestOf } from '@ngopi/shared/endpoint'
import { type SessionListItem, sessionsApi } from '@ngopi/shared/sessions'
import { useSuspenseQuery } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { ask, everyItem, persisted } from '../../lib/query.ts'
import { useRouteId } from '../../lib/use-route-id.ts'

/** Kept on the device: the door needs it without network. */
export const sessionOptions = (id: string) => ({
  ...ask(sessionsApi.get, { params: { id } }),
  ...persisted,
})

/** The session of the address; a page without it is an error page. */
export const useSession = () => useSuspenseQuery(sessionOptions(useRouteId('sessionId'))).data

/** Every session that is asked for, next first. */
export const allSessions = (
  asked: Exclude<RequestOf<typeof sessionsApi.list>['query'], undefined>,
  signal: AbortSignal,
): Promise<SessionListItem[]> =>
  everyItem((after) =>
    call(
      sessionsApi.list,
      { query: { ...asked, sort: 'startsAt', limit: 100, ...after } },
      { signal },
    ),
  )
