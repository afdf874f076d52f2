import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import { AppError } from './app-error.ts'
import type { App } from './app-type.ts'
import { sendProblem } from './error-handler.ts'
import { webPolicy } from './headers.ts'

/** Paths that are never a page of the web app, so an unknown one below them is a plain 404. */
const notPages = /^\/(?:api|u|calendar|surat|kliping|hooks|assets)(?:\/|$)/

/**
 * Serves the built web app: hashed assets for ever and precompressed, and for every other path the
 * document with a fresh nonce for style sheets.
 */
export async function registerWebApp(app: App, { webRoot }: { webRoot: string }): Promise<void> {
  let document: string | undefined
  await app.register(fastifyStatic, {
    root: webRoot,
    preCompressed: true,
    index: false,
    wildcard: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.includes(`${webRoot}/assets/`)
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.setNotFoundHandler(async (request, reply) => {
    const page = request.method === 'GET' || request.method === 'HEAD'
    if (!page || notPages.test(request.url.split('?')[0] ?? '')) {
      return sendProblem(request, reply, new AppError('not_found'))
    }
    document ??= await readFile(join(webRoot, 'index.html'), 'utf8')
    const nonce = randomBytes(16).toString('base64')
    return reply
      .header('content-security-policy', webPolicy(nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(document.replaceAll('__CSP_NONCE__', nonce))
  })
}
