import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { shell } from './frame.tsx'

const settings = createRoute({
  getParentRoute: () => shell,
  path: paths.settings,
  component: lazyRouteComponent(
    () => import('../features/accounts/settings-page.tsx'),
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
      () => import('../features/accounts/office-page.tsx'),
      'OfficePage',
    ),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/pengguna',
    component: lazyRouteComponent(() => import('../features/accounts/users-page.tsx'), 'UsersPage'),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/kantor-bawahan',
    component: lazyRouteComponent(
      () => import('../features/accounts/child-offices-page.tsx'),
      'ChildOfficesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/akun',
    component: lazyRouteComponent(
      () => import('../features/accounts/my-account-page.tsx'),
      'MyAccountPage',
    ),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/aktivitas',
    component: lazyRouteComponent(
      () => import('../features/activity/activity-page.tsx'),
      'ActivityPage',
    ),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/surel',
    component: lazyRouteComponent(() => import('../features/activity/mails-page.tsx'), 'MailsPage'),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/pesan',
    component: lazyRouteComponent(
      () => import('../features/templates/templates-page.tsx'),
      'TemplatesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/pengiriman',
    component: lazyRouteComponent(
      () => import('../features/sending/sending-page.tsx'),
      'SendingPage',
    ),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/pekerjaan',
    component: lazyRouteComponent(() => import('../features/jobs/jobs-page.tsx'), 'JobsPage'),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/hari-libur',
    component: lazyRouteComponent(
      () => import('../features/holidays/holidays-page.tsx'),
      'HolidaysPage',
    ),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/kalender',
    component: lazyRouteComponent(
      () => import('../features/calendar-feeds/feeds-page.tsx'),
      'FeedsPage',
    ),
  }),
]

export const settingsRoutes = settings.addChildren(settingsPages)
