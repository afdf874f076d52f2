import { createRootRoute, createRoute, Outlet, redirect } from '@tanstack/react-router'
import { queryClient } from '../lib/query-client.ts'
import { currentSession, restoredSession } from '../lib/session.ts'
import { askOwnOffice } from '../lib/use-office-zone.ts'
import { paths } from '../paths.ts'
import { UnknownAddressPage } from '../shell/broken-page.tsx'
import { mayOpen } from '../shell/navigation.ts'
import { Shell } from '../shell/shell.tsx'
import { SignedIn } from '../shell/signed-in.tsx'

export const root = createRootRoute({ component: Outlet, notFoundComponent: UnknownAddressPage })

// Everything below needs a login; who has none comes back to the same address after it.
export const signedInOnly = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ location }) => {
    const session = await restoredSession()
    if (session.state !== 'in')
      throw redirect({
        to: paths.login,
        search: location.href === '/' ? {} : { lanjut: location.href },
      })
  },
  component: SignedIn,
})

export const shell = createRoute({
  getParentRoute: () => signedInOnly,
  id: 'shell',
  beforeLoad: ({ location }) => {
    const session = currentSession()
    if (session.state === 'in' && !mayOpen(session.user.role, location.pathname))
      throw redirect({ to: paths.sessions, replace: true })
  },
  // Not waited for here: only what shows an hour of the office has to.
  loader: () => {
    const session = currentSession()
    if (session.state === 'in' && session.reached)
      void queryClient.prefetchQuery(askOwnOffice(session.user.office.id))
  },
  component: Shell,
})
