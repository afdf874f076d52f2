import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { shell, signedInOnly } from './frame.tsx'

const sessions = createRoute({
  getParentRoute: () => shell,
  path: paths.sessions,
  component: lazyRouteComponent(
    () => import('../features/sessions/sessions-page.tsx'),
    'SessionsPage',
  ),
})
const sessionsCalendar = createRoute({
  getParentRoute: () => shell,
  path: paths.sessionsCalendar,
  component: lazyRouteComponent(
    () => import('../features/calendar/calendar-page.tsx'),
    'CalendarPage',
  ),
})
const series = [
  createRoute({
    getParentRoute: () => shell,
    path: paths.seriesList,
    component: lazyRouteComponent(
      () => import('../features/series/series-list-page.tsx'),
      'SeriesListPage',
    ),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/pertemuan/rangkaian/$seriesId',
    component: lazyRouteComponent(() => import('../features/series/series-page.tsx'), 'SeriesPage'),
  }),
]
const session = createRoute({
  getParentRoute: () => shell,
  path: '/pertemuan/$sessionId',
  component: lazyRouteComponent(
    () => import('../features/session-page/session-page.tsx'),
    'SessionPage',
  ),
})
const invitationParts = createRoute({
  getParentRoute: () => session,
  path: '/undangan',
  component: lazyRouteComponent(
    () => import('../features/guests/invitation-parts.tsx'),
    'InvitationParts',
  ),
})
const invitationPages = [
  createRoute({
    getParentRoute: () => invitationParts,
    path: '/',
    component: lazyRouteComponent(
      () => import('../features/guests/session-invitations-page.tsx'),
      'SessionInvitationsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => invitationParts,
    path: '/pengingat',
    component: lazyRouteComponent(
      () => import('../features/reminders/session-reminders-page.tsx'),
      'SessionRemindersPage',
    ),
  }),
  createRoute({
    getParentRoute: () => invitationParts,
    path: '/surat',
    component: lazyRouteComponent(
      () => import('../features/letters/session-letter-page.tsx'),
      'SessionLetterPage',
    ),
  }),
]
const sessionTabs = [
  createRoute({
    getParentRoute: () => session,
    path: '/',
    component: lazyRouteComponent(
      () => import('../features/session-page/session-summary-page.tsx'),
      'SessionSummaryPage',
    ),
  }),
  createRoute({
    getParentRoute: () => session,
    path: '/kehadiran',
    component: lazyRouteComponent(
      () => import('../features/attendance/session-attendance-page.tsx'),
      'SessionAttendancePage',
    ),
  }),
  createRoute({
    getParentRoute: () => session,
    path: '/tanya-jawab',
    component: lazyRouteComponent(
      () => import('../features/questions/session-questions-page.tsx'),
      'SessionQuestionsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => session,
    path: '/materi',
    component: lazyRouteComponent(
      () => import('../features/materials/session-materials-page.tsx'),
      'SessionMaterialsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => session,
    path: '/notula',
    component: lazyRouteComponent(
      () => import('../features/minutes/session-minutes-page.tsx'),
      'SessionMinutesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => session,
    path: '/pemberitaan',
    component: lazyRouteComponent(
      () => import('../features/coverage/session-coverage-page.tsx'),
      'SessionCoveragePage',
    ),
  }),
]

// The door fills the screen: no rail, no bar.
const door = createRoute({
  getParentRoute: () => signedInOnly,
  path: '/pertemuan/$sessionId/meja',
  component: lazyRouteComponent(() => import('../features/attendance/door-page.tsx'), 'DoorPage'),
})

const moderator = createRoute({
  getParentRoute: () => signedInOnly,
  path: '/pertemuan/$sessionId/moderator',
  component: lazyRouteComponent(
    () => import('../features/questions/moderator-page.tsx'),
    'ModeratorPage',
  ),
})
const checkInScreen = createRoute({
  getParentRoute: () => signedInOnly,
  path: '/pertemuan/$sessionId/layar',
  component: lazyRouteComponent(
    () => import('../features/attendance/check-in-screen-page.tsx'),
    'CheckInScreenPage',
  ),
})
const commitments = createRoute({
  getParentRoute: () => shell,
  path: paths.promises,
  component: lazyRouteComponent(
    () => import('../features/commitments/commitments-page.tsx'),
    'CommitmentsPage',
  ),
})

// Work on its own, with the session behind it.
const audience = createRoute({
  getParentRoute: () => shell,
  path: '/pertemuan/$sessionId/undang',
  component: lazyRouteComponent(() => import('../features/segments/invite-page.tsx'), 'InvitePage'),
})
const whatsappQueue = createRoute({
  getParentRoute: () => shell,
  path: '/pertemuan/$sessionId/whatsapp',
  component: lazyRouteComponent(() => import('../features/whatsapp/queue-page.tsx'), 'QueuePage'),
})
const finish = createRoute({
  getParentRoute: () => shell,
  path: '/pertemuan/$sessionId/selesai',
  component: lazyRouteComponent(() => import('../features/closing/finish-page.tsx'), 'FinishPage'),
})
const reminders = createRoute({
  getParentRoute: () => shell,
  path: paths.reminders,
  component: lazyRouteComponent(
    () => import('../features/reminders/reminders-page.tsx'),
    'RemindersPage',
  ),
})

/** Full screen. */
export const fullScreenRoutes = [door, moderator, checkInScreen]

/** Sessions, their series, and one of them with its parts. */
export const sessionRoutes = [
  sessions,
  sessionsCalendar,
  ...series,
  reminders,
  commitments,
  audience,
  whatsappQueue,
  finish,
  session.addChildren([invitationParts.addChildren(invitationPages), ...sessionTabs]),
]
