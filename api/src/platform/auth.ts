import fastifyJwt from '@fastify/jwt'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Access, AccessCache } from './access.ts'
import { AppError } from './app-error.ts'
import type { Actor } from './database.ts'
import type { Keys } from './secret.ts'

declare module 'fastify' {
  interface FastifyRequest {
    access: Access | null
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

function verify(app: FastifyInstance, keys: Keys, token: string): string | undefined {
  for (const [index, key] of keys.accessToken.entries()) {
    try {
      // Without options the plugin's own verifier of the first key serves; with them each call builds one anew.
      return app.jwt.verify<{ sub: string }>(token, index === 0 ? undefined : { key }).sub
    } catch {
      // An older key may still verify it.
    }
  }
  return undefined
}

/** When the access token of a guarded request ends, in milliseconds by the clock. */
export function accessEndsAt(app: FastifyInstance, request: FastifyRequest): number {
  const token = request.headers.authorization?.slice('Bearer '.length) ?? ''
  return (app.jwt.decode<{ exp: number }>(token)?.exp ?? 0) * 1000
}

/** Signs an access token for a user; it carries the id alone, rights are looked up at each request. */
export const signAccessToken = (app: FastifyInstance, userId: string): string =>
  app.jwt.sign({ sub: userId })

/**
 * Registers tokens and the guard of `/api`: every route there names the roles that may call it or says
 * that it is public, or the server does not start. The guard runs before a body is read.
 */
export async function registerAuth(
  app: FastifyInstance,
  { keys, access }: { keys: Keys; access: AccessCache },
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
      // a claim that is absent would otherwise not be checked
      requiredClaims: ['sub', 'iss', 'aud', 'exp'],
      cache: 1000,
    },
  })
  app.decorateRequest('access', null)
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
      const userId = token && verify(app, keys, token)
      const login = userId ? await access.find(userId) : undefined
      if (!login || login.disabled) throw new AppError('unauthenticated')
      if (!roles.includes(login.role)) throw new AppError('forbidden')
      request.access = login
    }
    const given = route.onRequest ?? []
    route.onRequest = [guard, ...(Array.isArray(given) ? given : [given])]
  })
}
