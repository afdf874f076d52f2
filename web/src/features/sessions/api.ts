import { sessionsApi } from '@ngopi/shared/sessions'
import { useSuspenseQuery } from '@tanstack/react-query'
import { ask } from '../../lib/query.ts'
import { useRouteId } from '../../lib/use-route-id.ts'

export const sessionOptions = (id: string) => ask(sessionsApi.get, { params: { id } })

/** The session of the address; a page without it is an error page. */
export const useSession = () => useSuspenseQuery(sessionOptions(useRouteId('sessionId'))).data
