import type { Login, SessionUser } from '@ngopi/shared/accounts'
import { type ApiError, errorFrom, unreachable } from './api-error.ts'

/**
 * The login of this tab. The access token lives in memory only; the refresh cookie, which scripts
 * cannot read, brings it back after a reload.
 */
export type Session =
  | { readonly state: 'unknown' }
  | { readonly state: 'out' }
  | { readonly state: 'in'; readonly user: SessionUser }

let session: Session = { state: 'unknown' }
let accessToken: string | undefined
const listeners = new Set<() => void>()

const become = (next: Session, token?: string) => {
  session = next
  accessToken = token
  for (const listener of listeners) listener()
}

export const currentSession = () => session
export const currentToken = () => accessToken

export const onSessionChange = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Takes over what login, refresh and set-up answer. */
export const signedIn = (login: Login) =>
  become({ state: 'in', user: login.user }, login.accessToken)

export const signedOut = () => become({ state: 'out' })

/** The own name changed under Akun saya. */
export const renamed = (name: string) => {
  if (session.state === 'in') become({ ...session, user: { ...session.user, name } }, accessToken)
}

const askForRefresh = async (): Promise<boolean> => {
  const response = await fetch('/api/login/refresh', {
    method: 'POST',
    headers: { Accept: 'application/json' },
  }).catch((cause: unknown): ApiError => unreachable(cause))
  if (response instanceof Error) throw response
  if (response.ok) {
    signedIn((await response.json()) as Login)
    return true
  }
  // A busy or failing server has not ended the login.
  if (response.status === 429 || response.status >= 500) throw await errorFrom(response)
  signedOut()
  return false
}

/**
 * Tabs share the cookie: one after the other, so that none replays a token just used. Plain http
 * addresses have no locks; there the server's grace for the last token must do.
 */
const oneTabAtATime = async (work: () => Promise<boolean>): Promise<boolean> => {
  const locks: LockManager | undefined = globalThis.navigator?.locks
  return locks ? await locks.request('ngopi-refresh', work) : await work()
}

let refreshing: Promise<boolean> | undefined

/** Renews the access token, once for all who ask at the same time. False: the login has ended. */
export const refreshSession = (): Promise<boolean> => {
  refreshing ??= oneTabAtATime(askForRefresh).finally(() => {
    refreshing = undefined
  })
  return refreshing
}

/** The session after a first attempt to restore it. */
export const restoredSession = async (): Promise<Session> => {
  if (session.state === 'unknown') await refreshSession()
  return session
}
