import '@mantine/core/styles.css'
import './styles.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { forgetDrafts } from './lib/drafts.ts'
import type { Keeping } from './lib/keeping.ts'
import { onLogoutElsewhere } from './lib/logout-signal.ts'
import { takeDoublePressesForOne } from './lib/one-press.ts'
import { queryClient } from './lib/query-client.ts'
import { currentSession, onSessionChange, remembersBy, signedOut } from './lib/session.ts'
import { router } from './router.tsx'
import { colorSchemeManager, cssVariables, theme } from './theme.ts'
import { Toasts } from './ui/toast.tsx'

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
// The scroll lock below drawers and dialogs writes a style element of its own and asks here.
Object.assign(globalThis, { __webpack_nonce__: nonce })

// The entry's name changes with every build, since it names the files of all others.
const build = import.meta.url
let started: Promise<Keeping> | undefined
const keeping = () => {
  started ??= import('./lib/keeping.ts').then((module) => module.startKeeping(queryClient, build))
  return started
}
remembersBy(async () => (await keeping()).bringBack())

takeDoublePressesForOne()

let lastUser: string | undefined
onSessionChange(() => {
  const session = currentSession()
  // A login that ends while working leads to the login page, and back after it.
  if (session.state === 'out') void router.invalidate()
  if (session.state === 'in') {
    // Nothing that one user has read is there for the next.
    if (lastUser !== undefined && lastUser !== session.user.id) queryClient.clear()
    lastUser = session.user.id
  }
  keeping().then(
    (module) => module.follow(session),
    () => undefined,
  )
})

onLogoutElsewhere(() => {
  signedOut()
  forgetDrafts()
  queryClient.clear()
})

let outboxStarted = false
onSessionChange(() => {
  if (outboxStarted || currentSession().state === 'unknown') return
  outboxStarted = true
  import('./features/scan-outbox/scan-outbox.ts').then(
    (module) => module.startOutbox(),
    () => {
      outboxStarted = false
    },
  )
})

// Not while developing: it would answer with files of an earlier build.
if (import.meta.env.PROD && 'serviceWorker' in navigator)
  window.addEventListener('load', () => {
    void import('./shell/app-updates.tsx').then((module) => module.keepApp(build))
  })

const container = document.getElementById('root')
if (!container) throw new Error('index.html has no #root')

createRoot(container).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queryClient}>
        <Toasts />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
