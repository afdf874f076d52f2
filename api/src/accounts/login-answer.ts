import type { Login } from '@ngopi/shared/accounts'
import type { Access } from '../platform/access.ts'
import type { App } from '../platform/app-type.ts'
import { accessTokenSeconds, signAccessToken } from '../platform/auth.ts'

/** What a login, a refresh and the set-up answer with. */
export function loginAnswer(app: App, { id, name, role, officeId, officeName }: Access): Login {
  // Tokens count whole seconds.
  const issued = Math.floor(Date.now() / 1000)
  return {
    accessToken: signAccessToken(app as never, id),
    expiresAt: new Date((issued + accessTokenSeconds) * 1000).toISOString(),
    user: { id, name, role, office: { id: officeId, name: officeName } },
  }
}
