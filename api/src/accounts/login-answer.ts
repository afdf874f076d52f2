import type { Login } from '@ngopi/shared/accounts'
import type { Access } from '../platform/access.ts'
import type { App } from '../platform/app-type.ts'
import { accessTokenSeconds, signAccessToken } from '../platform/auth.ts'
import { familyOfToken } from './secret-tokens.ts'

/** What a login, a refresh and the set-up answer with; `refreshToken` names the login that the access token is of. */
export function loginAnswer(
  app: App,
  { id, name, role, officeId, officeName, passwordSetAt }: Access,
  refreshToken: string,
): Login {
  // Tokens count whole seconds.
  const issued = Math.floor(Date.now() / 1000)
  return {
    accessToken: signAccessToken(app, id, {
      sid: familyOfToken(refreshToken),
      passwordSetAt,
    }),
    expiresAt: new Date((issued + accessTokenSeconds) * 1000).toISOString(),
    user: { id, name, role, office: { id: officeId, name: officeName } },
  }
}
