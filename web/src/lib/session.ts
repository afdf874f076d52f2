import type { Login, SessionUser } from '@ngopi/shared/accounts'
import { ApiError, errorFrom, unreachable } from './api-error.ts'
import { forgetNote, tellLogout } from './untold-logout.ts'

/**
 * The login of this tab. The access token lives in memory only; the refresh cookie, which scripts
 * cannot read, brings it back after a reload. `reached` is false while the device alone says who
 * works here, because the server has not been heard since the page was opened.
 */
export type Session =
  | { readonly state: 'unknown' }
  | { readonly state: 'out' }
  | { readonly state: 'in'; readonly user: SessionUser; readonly reached: boolean }

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

const takeOver = (login: Login) =>
  become({ state: 'in', user: login.user, reached: true }, login.accessToken)

/** Takes over what login and set-up answer. */
export const signedIn = (login: Login) => {
  forgetNote()
  takeOver(login)
}

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
    // What is not the server's answer comes from something in between.
    const login = await response
      .json()
      .catch((cause: unknown) => Promise.reject(unreachable(cause)))
    takeOver(login as Login)
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

/** On a bad line the kept login is believed after so long without an answer, in milliseconds. */
const timeoutMs = 3_000

let askDevice: () => Promise<SessionUser | undefined> = async () => undefined

/** Says how the device is asked who works here, with what is kept for them; answers undefined for nobody. */
export const remembersBy = (ask: typeof askDevice) => {
  askDevice = ask
}

/** Nobody answered for the server, or only something before it. */
const isUnreached = (error: unknown) =>
  error instanceof ApiError && (error.status === 0 || error.status >= 502)

const restore = async (): Promise<void> => {
  if (await tellLogout()) return signedOut()
  const answer = refreshSession()
  const failure = await Promise.race([
    answer.then(
      () => undefined,
      (error: unknown) => ({ error }),
    ),
    new Promise<{ error: 'late' }>((resolve) => setTimeout(resolve, timeoutMs, { error: 'late' })),
  ])
  if (!failure) return
  if (failure.error === 'late' || isUnreached(failure.error)) {
    const user = await askDevice().catch(() => undefined)
    if (user && session.state === 'unknown') become({ state: 'in', user, reached: false })
    // A late answer is taken when it comes; without one the next call asks again.
    if (user) return void answer.catch(() => undefined)
  }
  await answer
}

let restoring: Promise<void> | undefined

/** The session after a first attempt to restore it: from the server, else from the device. */
export const restoredSession = async (): Promise<Session> => {
  if (session.state === 'unknown') {
    restoring ??= restore().finally(() => {
      restoring = undefined
    })
    await restoring
  }
  return session
}
