import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { root } from './frame.tsx'

/** Before the login. */
export const entranceRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: paths.login,
    component: lazyRouteComponent(() => import('../features/accounts/login-page.tsx'), 'LoginPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.setup,
    component: lazyRouteComponent(() => import('../features/accounts/setup-page.tsx'), 'SetupPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.forgotPassword,
    component: lazyRouteComponent(
      () => import('../features/accounts/forgot-password-page.tsx'),
      'ForgotPasswordPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sandi/$token',
    component: lazyRouteComponent(
      () => import('../features/accounts/set-password-page.tsx'),
      'SetPasswordPage',
    ),
  }),
]
