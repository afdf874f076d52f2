import fastifyHelmet from '@fastify/helmet'
import type { FastifyReply } from 'fastify'
import type { App } from './app-type.ts'

/** Nothing of an API answer may run or be framed. */
const apiPolicy = "default-src 'none'; frame-ancestors 'none'"

/** The policy of the web app's document; `nonce` admits the style sheets Mantine writes at run time. */
export const webPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** The same for what was refused before any hook ran, such as a malformed address. */
export const guardRefusal = (reply: FastifyReply): FastifyReply =>
  reply.headers({
    'content-security-policy': apiPolicy,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
  })

/** Security headers of every answer; documents set a content policy of their own. */
export async function registerHeaders(app: App, { https }: { https: boolean }): Promise<void> {
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: https && { maxAge: 63_072_000, includeSubDomains: true },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  })
  app.addHook('onSend', async (request, reply) => {
    reply.header('permissions-policy', 'camera=(self), microphone=(), geolocation=(), payment=()')
    // The routed pattern, since an address can be spelt in many ways. A problem is no document, wherever it comes from.
    const problem = String(reply.getHeader('content-type')).startsWith('application/problem+json')
    if (!problem && !request.routeOptions.url?.startsWith('/api')) return
    if (!reply.hasHeader('content-security-policy'))
      reply.header('content-security-policy', apiPolicy)
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
}
