import fastifyJwt from '@fastify/jwt'
import type { FastifyRequest } from 'fastify'
import type { Access, AccessCache } from './access.ts'
import { AppError } from './app-error.ts'
import type { App } from './app-type.ts'
import type { Actor } from './database.ts'
import type { Keys } from './keys.ts'

/** What an access token says. Rights are not in it: they are looked up at each request. */
export interface AccessToken {
  /** The user. */
  sub: string
  /** By the clock, in seconds. */
  exp: number
  /** The login it was given to. */
  sid?: string
  /** When the password was set that the login began with. */
  passwordSetAt?: string
}

declare module 'fastify' {
  interface FastifyRequest {
    access: Access | null
    accessToken: AccessToken | null
  }
  interface FastifyContextConfig {
    public?: true
    roles?: readonly string[]
  }
}

/** Lifetime of an access token, in seconds. */
export const accessTokenSeconds = 600

const claims = { iss: 'ngopi', aud: 'ngopi-api' }

/** The login of a request to a guarded route. */
export function accessOf(request: FastifyRequest): Access {
  if (!request.access) throw new AppError('unauthenticated')
  return request.access
}

/** How the login of a request stands in the activity log. */
export const actorOf = (access: Access): Actor => `user:${access.id}`

function verify(app: App, keys: Keys, token: string): AccessToken | undefined {
  for (const [index, key] of keys.accessToken.entries()) {
    try {
      // Without options the plugin's own verifier of the first key serves; with them each call builds one anew.
      return app.jwt.verify<AccessToken>(token, index === 0 ? undefined : { key })
    } catch {
      // An older key may still verify it.
    }
  }
  return undefined
}

/** Whether a token is of the user's present password and of a login that has not ended, and the user not disabled. */
const isGood = ({ sid, passwordSetAt }: AccessToken, login: Access): boolean =>
  !login.disabled &&
  (passwordSetAt ?? null) === login.passwordSetAt &&
  (sid === undefined || !login.endedLogins.includes(sid))

/** When the access token of a guarded request ends, in milliseconds by the clock. */
export const accessEndsAt = (request: FastifyRequest): number =>
  (request.accessToken?.exp ?? 0) * 1000

/** Whether the login of a guarded request, asked again later, may still do what it did then. */
export async function stillMay(request: FastifyRequest, accesses: AccessCache): Promise<boolean> {
  const then = accessOf(request)
  const now = await accesses.find(then.id)
  return (
    now !== undefined &&
    request.accessToken !== null &&
    isGood(request.accessToken, now) &&
    now.role === then.role &&
    now.offices.join() === then.offices.join()
  )
}

/** Signs an access token for a user, good while the login and the password it began with are. */
export const signAccessToken = (
  app: App,
  userId: string,
  login: { sid?: string | undefined; passwordSetAt?: string | null } = {},
): string =>
  app.jwt.sign({
    sub: userId,
    ...(login.sid && { sid: login.sid }),
    ...(login.passwordSetAt && { passwordSetAt: login.passwordSetAt }),
  })

/**
 * Registers tokens and the guard of `/api`: every route there names the roles that may call it or says
 * that it is public, or the server does not start. The guard runs before a body is read.
 */
export async function registerAuth(
  app: App,
  { keys, access }: { keys: Keys; access: Pick<AccessCache, 'find'> },
): Promise<void> {
  const [signingKey] = keys.accessToken
  if (!signingKey) throw new Error('no key to sign access tokens with')
  await app.register(fastifyJwt, {
    secret: signingKey,
    sign: { algorithm: 'HS256', expiresIn: accessTokenSeconds, ...claims },
    verify: {
      algorithms: ['HS256'],
      allowedIss: claims.iss,
      allowedAud: claims.aud,
      checkTyp: 'JWT',
      // a claim that is absent would otherwise not be checked
      requiredClaims: ['sub', 'iss', 'aud', 'exp'],
      cache: 1000,
    },
  })
  app.decorateRequest('access', null)
  app.decorateRequest('accessToken', null)
  app.addHook('onRoute', (route) => {
    if (!route.url.startsWith('/api')) return
    const { public: open, roles } = (route.config ?? {}) as Partial<{
      public: true
      roles: readonly string[]
    }>
    if (open) return
    if (!roles)
      throw new Error(
        `${route.method} ${route.url} says neither who may call it nor that anybody may`,
      )
    const guard = async (request: FastifyRequest) => {
      const header = request.headers.authorization
      const token = header?.startsWith('Bearer ') ? header.slice(7) : undefined
      const said = token ? verify(app, keys, token) : undefined
      const login = said && (await access.find(said.sub))
      if (!login || !isGood(said, login)) throw new AppError('unauthenticated')
      if (!roles.includes(login.role)) throw new AppError('forbidden')
      request.accessToken = said
      request.access = login
    }
    const given = route.onRequest ?? []
    route.onRequest = [guard, ...(Array.isArray(given) ? given : [given])]
  })
}
