import type { SessionUser } from '@ngopi/shared/accounts'
import type { Endpoint } from '@ngopi/shared/endpoint'
import { useSyncExternalStore } from 'react'
import { currentSession, onSessionChange } from './session.ts'

/** The user logged in, or undefined. */
export const useMaybeUser = (): SessionUser | undefined => {
  const session = useSyncExternalStore(onSessionChange, currentSession)
  return session.state === 'in' ? session.user : undefined
}

/** Whether the server was heard since the page was opened; false where the device alone says who works here. */
export const useReached = (): boolean => {
  const session = useSyncExternalStore(onSessionChange, currentSession)
  return session.state !== 'in' || session.reached
}

/** The user logged in; only below a route that requires one. */
export const useUser = (): SessionUser => {
  const user = useMaybeUser()
  if (!user) throw new Error('useUser outside of a page that requires a login')
  return user
}

/** Whether the user's role may call an endpoint: hide what is not permitted. The server decides. */
export const useMay = (endpoint: Endpoint): boolean => {
  const user = useMaybeUser()
  const access = endpoint.config
  return 'public' in access || (user !== undefined && access.roles.includes(user.role))
}
