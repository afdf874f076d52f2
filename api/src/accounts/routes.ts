import fastifyCookie from '@fastify/cookie'
import type { App } from '../platform/app-type.ts'
import type { Deps } from '../platform/deps.ts'
import { loginRoutes } from './login-routes.ts'
import { meRoutes } from './me-routes.ts'
import { officeLogoRoutes } from './office-logo-routes.ts'
import { officeRoutes } from './office-routes.ts'
import { passwordRoutes } from './password-routes.ts'
import { setupRoutes } from './setup-routes.ts'
import { userRoutes } from './user-routes.ts'

/** Accounts: logging in, the own account, users, offices and the first set-up. */
export async function accountRoutes(app: App, deps: Deps): Promise<void> {
  await app.register(fastifyCookie)
  loginRoutes(app, deps)
  meRoutes(app, deps)
  userRoutes(app, deps)
  officeRoutes(app, deps)
  await officeLogoRoutes(app, deps)
  passwordRoutes(app, deps)
  setupRoutes(app, deps)
}
