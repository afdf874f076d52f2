import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { parseSearch, stringifySearch } from './lib/search-params.ts'
import { currentSession, restoredSession } from './lib/session.ts'
import { paths } from './paths.ts'
import { BrokenPage, NotFoundPage, UnknownAddressPage } from './shell/broken-page.tsx'
import { mayOpen } from './shell/navigation.ts'
import { PageSkeleton } from './shell/page-skeleton.tsx'
import { Shell } from './shell/shell.tsx'

const root = createRootRoute({ component: Outlet, notFoundComponent: UnknownAddressPage })

// Everything below needs a login; who has none comes back to the same address after it.
const signedInOnly = createRoute({
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
  component: Outlet,
})

const shell = createRoute({
  getParentRoute: () => signedInOnly,
  id: 'shell',
  beforeLoad: ({ location }) => {
    const session = currentSession()
    if (session.state === 'in' && !mayOpen(session.user.role, location.pathname))
      throw redirect({ to: paths.sessions, replace: true })
  },
  component: Shell,
})

const login = createRoute({
  getParentRoute: () => root,
  path: paths.login,
  component: lazyRouteComponent(() => import('./features/accounts/login-page.tsx'), 'LoginPage'),
})
const setup = createRoute({
  getParentRoute: () => root,
  path: paths.setup,
  component: lazyRouteComponent(() => import('./features/accounts/setup-page.tsx'), 'SetupPage'),
})
const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: paths.forgotPassword,
  component: lazyRouteComponent(
    () => import('./features/accounts/forgot-password-page.tsx'),
    'ForgotPasswordPage',
  ),
})
const setPassword = createRoute({
  getParentRoute: () => root,
  path: '/sandi/$token',
  component: lazyRouteComponent(
    () => import('./features/accounts/set-password-page.tsx'),
    'SetPasswordPage',
  ),
})

const home = createRoute({
  getParentRoute: () => shell,
  path: paths.home,
  component: lazyRouteComponent(() => import('./features/home/home-page.tsx'), 'HomePage'),
})

const sessions = createRoute({
  getParentRoute: () => shell,
  path: paths.sessions,
  component: lazyRouteComponent(
    () => import('./features/sessions/sessions-page.tsx'),
    'SessionsPage',
  ),
})
const sessionsCalendar = createRoute({
  getParentRoute: () => shell,
  path: paths.sessionsCalendar,
  component: lazyRouteComponent(
    () => import('./features/sessions/calendar-page.tsx'),
    'CalendarPage',
  ),
})
const series = [
  createRoute({
    getParentRoute: () => shell,
    path: paths.seriesList,
    component: lazyRouteComponent(
      () => import('./features/sessions/series-list-page.tsx'),
      'SeriesListPage',
    ),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/pertemuan/rangkaian/$seriesId',
    component: lazyRouteComponent(
      () => import('./features/sessions/series-page.tsx'),
      'SeriesPage',
    ),
  }),
]
const session = createRoute({
  getParentRoute: () => shell,
  path: '/pertemuan/$sessionId',
  component: lazyRouteComponent(
    () => import('./features/sessions/session-page.tsx'),
    'SessionPage',
  ),
})
const sessionTabs = [
  createRoute({
    getParentRoute: () => session,
    path: '/',
    component: lazyRouteComponent(
      () => import('./features/sessions/session-summary-page.tsx'),
      'SessionSummaryPage',
    ),
  }),
  createRoute({
    getParentRoute: () => session,
    path: '/undangan',
    component: lazyRouteComponent(
      () => import('./features/invitations/session-invitations-page.tsx'),
      'SessionInvitationsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => session,
    path: '/kehadiran',
    component: lazyRouteComponent(
      () => import('./features/attendance/session-attendance-page.tsx'),
      'SessionAttendancePage',
    ),
  }),
  createRoute({
    getParentRoute: () => session,
    path: '/tanya-jawab',
    component: lazyRouteComponent(
      () => import('./features/questions/session-questions-page.tsx'),
      'SessionQuestionsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => session,
    path: '/pemberitaan',
    component: lazyRouteComponent(
      () => import('./features/coverage/session-coverage-page.tsx'),
      'SessionCoveragePage',
    ),
  }),
]

// The door fills the screen: no rail, no bar.
const door = createRoute({
  getParentRoute: () => signedInOnly,
  path: '/pertemuan/$sessionId/meja',
  component: lazyRouteComponent(() => import('./features/attendance/door-page.tsx'), 'DoorPage'),
})

const partners = [
  createRoute({
    getParentRoute: () => shell,
    path: paths.outlets,
    component: lazyRouteComponent(
      () => import('./features/partners/outlets-page.tsx'),
      'OutletsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/media/$outletId',
    component: lazyRouteComponent(
      () => import('./features/partners/outlet-page.tsx'),
      'OutletPage',
    ),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: paths.journalists,
    component: lazyRouteComponent(
      () => import('./features/partners/journalists-page.tsx'),
      'JournalistsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/wartawan/$journalistId',
    component: lazyRouteComponent(
      () => import('./features/partners/journalist-page.tsx'),
      'JournalistPage',
    ),
  }),
]

const coverage = [
  createRoute({
    getParentRoute: () => shell,
    path: paths.coverageList,
    component: lazyRouteComponent(
      () => import('./features/coverage/coverage-list-page.tsx'),
      'CoverageListPage',
    ),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/pemberitaan/$coverageId',
    component: lazyRouteComponent(
      () => import('./features/coverage/coverage-review-page.tsx'),
      'CoverageReviewPage',
    ),
  }),
]

const reports = createRoute({
  getParentRoute: () => shell,
  path: paths.reports,
  component: lazyRouteComponent(() => import('./features/reports/reports-page.tsx'), 'ReportsPage'),
})

const settings = createRoute({
  getParentRoute: () => shell,
  path: paths.settings,
  component: lazyRouteComponent(
    () => import('./features/accounts/settings-page.tsx'),
    'SettingsPage',
  ),
})
const settingsPages = [
  createRoute({
    getParentRoute: () => settings,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: paths.officeSettings, replace: true })
    },
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/kantor',
    component: lazyRouteComponent(
      () => import('./features/accounts/office-page.tsx'),
      'OfficePage',
    ),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/pengguna',
    component: lazyRouteComponent(() => import('./features/accounts/users-page.tsx'), 'UsersPage'),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/kantor-bawahan',
    component: lazyRouteComponent(
      () => import('./features/accounts/child-offices-page.tsx'),
      'ChildOfficesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/akun',
    component: lazyRouteComponent(
      () => import('./features/accounts/my-account-page.tsx'),
      'MyAccountPage',
    ),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/aktivitas',
    component: lazyRouteComponent(
      () => import('./features/accounts/activity-page.tsx'),
      'ActivityPage',
    ),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/surel',
    component: lazyRouteComponent(() => import('./features/accounts/mails-page.tsx'), 'MailsPage'),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/hari-libur',
    component: lazyRouteComponent(
      () => import('./features/calendars/holidays-page.tsx'),
      'HolidaysPage',
    ),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/kalender',
    component: lazyRouteComponent(() => import('./features/calendars/feeds-page.tsx'), 'FeedsPage'),
  }),
]

export const router = createRouter({
  routeTree: root.addChildren([
    login,
    setup,
    forgotPassword,
    setPassword,
    signedInOnly.addChildren([
      door,
      shell.addChildren([
        home,
        sessions,
        sessionsCalendar,
        ...series,
        session.addChildren(sessionTabs),
        ...partners,
        ...coverage,
        reports,
        settings.addChildren(settingsPages),
      ]),
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
