import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from './app-error.ts'
import type { App } from './app-type.ts'
import { answerTo, sendProblem } from './error-handler.ts'
import { webPolicy } from './headers.ts'

/** First parts of paths that are never a page of the web app, so an unknown one below them is a plain 404. */
const notPages = new Set(['api', 'u', 'calendar', 'surat', 'kliping', 'hooks', 'assets', 'icons'])

/** Files of the build that a browser asks for by name; whatever else the build leaves behind is nobody's. */
const publicFile = /^\/(?:assets\/[\w-][\w.-]*|icons\/[\w-][\w.-]*|[\w-]+\.(?:js|svg|webmanifest))$/
const notPublic = /\.(?:map|br|gz|html)$/i

/** Whether a decoded path can be one of the web app's pages. */
function isPage(path: string): boolean {
  const parts = path.split('/').filter((part) => part !== '')
  if (notPages.has(parts[0]?.toLowerCase() ?? '')) return false
  const last = parts.at(-1) ?? ''
  // A page has no extension: the name of a file that is not there is not found.
  return (
    path === '/index.html' || !(parts.some((part) => part.startsWith('.')) || /\.\w+$/.test(last))
  )
}

/** The path as the router read it, decoded; the catch-all route of the files is the only way here for a GET. */
const routedPath = (request: FastifyRequest): string =>
  `/${(request.params as { '*'?: string } | undefined)?.['*'] ?? ''}`

/**
 * Serves the built web app: hashed assets for ever and precompressed, and for every other path the
 * document with a fresh nonce for style sheets.
 */
export async function registerWebApp(app: App, { webRoot }: { webRoot: string }): Promise<void> {
  let document: string | undefined
  const sendDocument = async (reply: FastifyReply) => {
    document ??= await readFile(join(webRoot, 'index.html'), 'utf8')
    const nonce = randomBytes(16).toString('base64')
    return reply
      .header('content-security-policy', webPolicy(nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(document.replaceAll('__CSP_NONCE__', nonce))
  }
  await app.register(async (files: App) => {
    // A path that leads out of the folder, or has empty parts, is no file: whoever asks learns no more of it.
    files.setErrorHandler((error: FastifyError, request, reply) =>
      error.statusCode === 403
        ? sendProblem(request, reply, new AppError('not_found'))
        : answerTo(error, request, reply),
    )
    await files.register(fastifyStatic, {
      root: webRoot,
      preCompressed: true,
      index: false,
      wildcard: true,
      cacheControl: false,
      allowedPath: (path) => publicFile.test(path) && !notPublic.test(path),
      setHeaders: (reply, path) => {
        const hashed = path.includes(`${webRoot}/assets/`)
        reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  })
  app.setNotFoundHandler(async (request, reply) => {
    const read = request.method === 'GET' || request.method === 'HEAD'
    return read && isPage(routedPath(request))
      ? sendDocument(reply)
      : sendProblem(request, reply, new AppError('not_found'))
  })
}
