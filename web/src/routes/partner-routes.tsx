import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { shell } from './frame.tsx'

const home = createRoute({
  getParentRoute: () => shell,
  path: paths.home,
  component: lazyRouteComponent(() => import('../features/home/home-page.tsx'), 'HomePage'),
})

const partners = [
  createRoute({
    getParentRoute: () => shell,
    path: paths.outlets,
    component: lazyRouteComponent(
      () => import('../features/partners/outlets-page.tsx'),
      'OutletsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/media/$outletId',
    component: lazyRouteComponent(
      () => import('../features/partners/outlet-page.tsx'),
      'OutletPage',
    ),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: paths.journalists,
    component: lazyRouteComponent(
      () => import('../features/partners/journalists-page.tsx'),
      'JournalistsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/wartawan/$journalistId',
    component: lazyRouteComponent(
      () => import('../features/partners/journalist-page.tsx'),
      'JournalistPage',
    ),
  }),
]

const coverage = [
  createRoute({
    getParentRoute: () => shell,
    path: paths.coverageList,
    component: lazyRouteComponent(
      () => import('../features/coverage/coverage-list-page.tsx'),
      'CoverageListPage',
    ),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/pemberitaan/$coverageId',
    component: lazyRouteComponent(
      () => import('../features/coverage/coverage-review-page.tsx'),
      'CoverageReviewPage',
    ),
  }),
]

const reports = createRoute({
  getParentRoute: () => shell,
  path: paths.reports,
  component: lazyRouteComponent(
    () => import('../features/reports/reports-page.tsx'),
    'ReportsPage',
  ),
})

/** Beranda, the partners, and what they published. */
export const partnerRoutes = [home, ...partners, ...coverage, reports]
