import type { FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../platform/app-error.ts'
import type { App } from '../platform/app-type.ts'
import { answerToDatabaseError } from '../platform/database-errors.ts'
import type { Deps } from '../platform/deps.ts'
import type { Language } from '../platform/language.ts'
import { logUnexpected } from '../platform/log-error.ts'
import { pagePolicy } from '../platform/public-page/page-style.ts'
import { proofNotice, proofPage } from './proof-page.tsx'
import { openProof } from './proof-queries.ts'

const languageOf = (request: FastifyRequest): Language =>
  (request.query as Record<string, unknown>).bahasa === 'en' ? 'en' : 'id'

/** Made once: whoever guesses at codes should cost little. */
const unknownPage: Record<Language, string> = {
  id: proofNotice('unknown', { language: 'id' }),
  en: proofNotice('unknown', { language: 'en' }),
}

/** The public pages below `/surat/` that prove letters genuine: no login, no script, no cookie, nobody's name. */
export async function proofRoutes(app: App, { database }: Deps): Promise<void> {
  const send = (reply: FastifyReply, status: number, html: string) =>
    reply.status(status).type('text/html; charset=utf-8').send(html)

  await app.register(async (scope: App) => {
    scope.addHook('onRequest', async (_request, reply) => {
      reply.headers({
        'content-security-policy': pagePolicy,
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex, nofollow, noarchive',
      })
    })

    scope.setErrorHandler((error, request, reply) => {
      const language = languageOf(request)
      const answer = error instanceof AppError ? error : answerToDatabaseError(error)
      if (answer?.code === 'not_found') return send(reply, 404, unknownPage[language])
      const after = answer?.details.retryAfter
      if (after !== undefined) reply.header('retry-after', String(after))
      if (answer?.code === 'too_many_requests')
        return send(reply, 429, proofNotice('tooMany', { language }))
      if (!answer) logUnexpected(request.log, error)
      const status = answer?.code === 'unavailable' ? 503 : 500
      return send(reply, status, proofNotice('failed', { language }))
    })

    scope.get('/surat/:code', async (request, reply) => {
      const { code } = request.params as { code: string }
      const view = await openProof(database, code, request.ip)
      return send(reply, 200, proofPage(view, { language: languageOf(request) }))
    })

    scope.get('/surat/*', async (request, reply) =>
      send(reply, 404, unknownPage[languageOf(request)]),
    )
  })
}
