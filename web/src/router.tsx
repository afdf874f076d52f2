import { createRouter } from '@tanstack/react-router'
import { parseSearch, stringifySearch } from './lib/search-params.ts'
import { entranceRoutes } from './routes/entrance-routes.tsx'
import { root, shell, signedInOnly } from './routes/frame.tsx'
import { partnerRoutes } from './routes/partner-routes.tsx'
import { fullScreenRoutes, sessionRoutes } from './routes/session-routes.tsx'
import { settingsRoutes } from './routes/settings-routes.tsx'
import { BrokenPage, NotFoundPage } from './shell/broken-page.tsx'
import { PageSkeleton } from './shell/page-skeleton.tsx'

export const router = createRouter({
  routeTree: root.addChildren([
    ...entranceRoutes,
    signedInOnly.addChildren([
      ...fullScreenRoutes,
      shell.addChildren([...sessionRoutes, ...partnerRoutes, settingsRoutes]),
    ]),
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 200,
  defaultPendingMinMs: 0,
  defaultPendingComponent: PageSkeleton,
  defaultErrorComponent: BrokenPage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
})
