import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import formbody from '@fastify/formbody'
import { personalAnswer } from '@ngopi/shared/invitations'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../platform/app-error.ts'
import type { App } from '../platform/app-type.ts'
import { answerToDatabaseError } from '../platform/database-errors.ts'
import type { Deps } from '../platform/deps.ts'
import type { Language } from '../platform/language.ts'
import { senderAddress } from '../platform/mail.ts'
import { noticePage } from './page/notice-page.tsx'
import { optOutPage } from './page/opt-out-page.tsx'
import { personalPath } from './page/page-context.ts'
import { pagePolicy } from './page/page-style.ts'
import { passPage } from './page/pass-page.tsx'
import { personalPage } from './page/personal-page.tsx'
import { passOf } from './pass.ts'
import { personalCalendar } from './personal-calendar.ts'
import { type AskInAdvance, answerByLink, optOutByLink } from './personal-commands.ts'
import {
  countAnswer,
  lookAtInvitation,
  type PersonalLink,
  PersonalLinks,
  type PersonalView,
} from './personal-queries.ts'
import { hasPass } from './rules.ts'

type Request = FastifyRequest<{ Params: { token: string }; Querystring: Record<string, unknown> }>

/** A link is in Indonesian unless its address asks for English. */
const languageOf = (request: FastifyRequest): Language =>
  (request.query as Record<string, unknown>).bahasa === 'en' ? 'en' : 'id'

/** Made once: whoever guesses at links should cost little. */
const unknownPage: Record<Language, string> = {
  id: noticePage('unknown', { language: 'id' }),
  en: noticePage('unknown', { language: 'en' }),
}

/** Status and page of a throw; a stranger learns the same from every token that was never signed. */
function troublePage(error: unknown, language: Language) {
  const answer = error instanceof AppError ? error : answerToDatabaseError(error)
  const known = answer?.code
  const { statusCode } = error as FastifyError
  if (known === 'not_found') return { status: 404, html: unknownPage[language] }
  if (known === 'too_many_requests')
    return {
      status: 429,
      html: noticePage('tooMany', { language }),
      after: answer?.details.retryAfter,
    }
  if (known === 'invalid') return { status: 400, html: noticePage('incomplete', { language }) }
  if (!answer && statusCode !== undefined && statusCode < 500)
    return { status: statusCode, html: noticePage('incomplete', { language }) }
  const status = known === 'unavailable' ? 503 : 500
  return {
    status,
    html: noticePage('failed', { language }),
    after: answer?.details.retryAfter ?? 2,
  }
}

/** The journalist's page below `/u/`: HTML for people without a login, no script, no cookie. */
export async function personalPageRoutes(
  app: App,
  deps: Deps,
  { askInAdvance }: { askInAdvance: AskInAdvance },
): Promise<void> {
  const { database, keys } = deps
  const links = new PersonalLinks({ database, keys: keys.personalLink })

  const send = (reply: FastifyReply, status: number, html: string) =>
    reply.status(status).type('text/html; charset=utf-8').send(html)

  const open = (request: Request) => links.open(request.params.token, request.ip)

  const look = (link: PersonalLink) =>
    database.read([link.officeId], (db) => lookAtInvitation(db, link))

  /** The page of a link that no longer stands for an invitation; it says so and names nobody. */
  function goneNotice(
    link: PersonalLink,
    view: PersonalView,
    language: Language,
  ): string | undefined {
    if (view.revokedAt) return noticePage('withdrawn', { language, office: view.office })
    if (view.linkVersion === link.version) return undefined
    return noticePage('superseded', { language, office: view.office })
  }

  await app.register(async (scope: App) => {
    await scope.register(formbody, { bodyLimit: 32 * 1024 })
    scope.removeContentTypeParser('application/json')
    await scope.register(compress, {
      encodings: ['br', 'gzip'],
      threshold: 512,
      // A page takes a tenth of a millisecond to compress; a stream and a thread for it cost more.
      syncThreshold: 64 * 1024,
      brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
    })

    scope.addHook('onRequest', async (_request, reply) => {
      reply.headers({
        'content-security-policy': pagePolicy,
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex, nofollow, noarchive',
      })
    })

    scope.setErrorHandler((error, request, reply) => {
      const { status, html, after } = troublePage(error, languageOf(request))
      if (status === 500) request.log.error(error)
      if (after !== undefined) reply.header('retry-after', String(after))
      return send(reply, status, html)
    })

    /** A route that shows something of the invitation, unless the link no longer stands for it. */
    const show = (
      path: string,
      answer: (about: {
        request: Request
        reply: FastifyReply
        link: PersonalLink
        view: PersonalView
        language: Language
      }) => FastifyReply,
    ) =>
      scope.get(`/u/:token${path}`, async (given, reply) => {
        const request = given as Request
        const link = await open(request)
        const view = await look(link)
        const language = languageOf(request)
        const gone = goneNotice(link, view, language)
        return gone ? send(reply, 410, gone) : answer({ request, reply, link, view, language })
      })

    show('', ({ request, reply, view, language }) => {
      const received = request.query.terkirim !== undefined
      const { token } = request.params
      return send(reply, 200, personalPage(view, { token, language, received }))
    })

    show('/session.ics', ({ reply, view, language }) =>
      reply
        .type('text/calendar; charset=utf-8; method=PUBLISH')
        .header('content-disposition', 'attachment; filename="undangan.ics"')
        .send(personalCalendar(view, { language, sender: senderAddress(deps.config) })),
    )

    show('/pass', ({ request, reply, link, view, language }) => {
      if (!hasPass(view))
        return send(reply, 409, noticePage('noPass', { language, office: view.office }))
      const pass = passOf(keys.pass, link.invitationId, link.version)
      return send(reply, 200, passPage(view, { token: request.params.token, language, pass }))
    })

    show('/opt-out', ({ request, reply, view, language }) => {
      const { office, optedOut: done } = view
      return send(reply, 200, optOutPage({ token: request.params.token, language, office, done }))
    })

    // The address shown after an answer that was refused; whoever opens it anew wants the invitation.
    scope.get('/u/:token/response', async (given, reply) => {
      const request = given as Request
      await open(request)
      return reply.redirect(personalPath(request.params.token, languageOf(request)), 303)
    })

    scope.get('/u/*', async (request, reply) =>
      send(reply, 404, unknownPage[languageOf(request as Request)]),
    )

    scope.post('/u/:token/response', async (given, reply) => {
      const request = given as Request
      const link = await open(request)
      const language = languageOf(request)
      await database.read([link.officeId], (db) => countAnswer(db, link))
      const sent = personalAnswer.safeParse(request.body)
      if (!sent.success || !Object.values(sent.data).some(Boolean)) throw new AppError('invalid')
      const { token } = request.params
      try {
        await database.write([link.officeId], `invitation:${link.invitationId}`, (tx) =>
          answerByLink(tx, { post: deps, askInAdvance }, { link, sent: sent.data }),
        )
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'closed') throw error
        const view = await look(link)
        const gone = goneNotice(link, view, language)
        if (gone) return send(reply, 410, gone)
        return send(reply, 409, personalPage(view, { token, language, received: false }))
      }
      const { reason, note, question } = sent.data
      const words = new URLSearchParams({
        ...(language === 'en' && { bahasa: 'en' }),
        ...((reason || note || question) && { terkirim: '1' }),
      })
      const path = personalPath(token, 'id')
      return reply.redirect(words.size > 0 ? `${path}?${words}` : path, 303)
    })

    // RFC 8058: a mail program may stop invitations with one POST, as a form of either kind.
    await scope.register(async (oneClick: App) => {
      oneClick.addContentTypeParser(
        'multipart/form-data',
        { parseAs: 'string' },
        async () => undefined,
      )
      oneClick.post('/u/:token/opt-out', async (given, reply) => {
        const request = given as Request
        const link = await open(request)
        await database.read([link.officeId], (db) => countAnswer(db, link))
        await database.write([link.officeId], `invitation:${link.invitationId}`, (tx) =>
          optOutByLink(tx, link),
        )
        // No redirect: those who post for their readers do not follow one.
        const view = await look(link)
        const language = languageOf(request)
        const gone = goneNotice(link, view, language)
        if (gone) return send(reply, 410, gone)
        const { office, optedOut: done } = view
        const { token } = request.params
        return send(reply, 200, optOutPage({ token, language, office, done }))
      })
    })
  })
}
