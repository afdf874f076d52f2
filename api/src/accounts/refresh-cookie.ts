import { AppError } from '../platform/app-error.ts'
import { requestStrings } from '../platform/problem-strings.ts'

/** How long a login lasts without being used, in seconds. */
export const idleSeconds = 12 * 60 * 60

/** Name and attributes of the refresh cookie; `__Host-` and Secure exactly when the site is served by https. */
export function refreshCookie(publicUrl: string) {
  const secure = publicUrl.startsWith('https:')
  return {
    name: secure ? '__Host-ngopi' : 'ngopi',
    options: {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure,
      maxAge: idleSeconds,
    } as const,
  }
}

/**
 * Refuses (403) what a browser sends from another site, on the routes that read or set the cookie. A browser
 * tells by Sec-Fetch-Site, or on plain http by Origin alone; programs send neither.
 */
export function refuseForeignOrigin(
  request: { headers: Record<string, string | string[] | undefined>; host: string },
  publicUrl: string,
): void {
  const site = request.headers['sec-fetch-site']
  const { origin } = request.headers
  const own =
    site !== undefined
      ? site === 'same-origin' || site === 'none'
      : origin === undefined ||
        origin === publicUrl ||
        origin === `http://${request.host}` ||
        origin === `https://${request.host}`
  if (!own) throw new AppError('forbidden', { message: requestStrings.foreignOrigin })
}
