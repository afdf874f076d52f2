import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import formbody from '@fastify/formbody'
import { checkInForm, personalAnswer } from '@ngopi/shared/personal-forms'
import { z } from 'zod'
import { checkInSelf } from '../attendance/self-report-commands.ts'
import { noticePage } from '../guest-views/notice-page.tsx'
import { optOutPage } from '../guest-views/opt-out-page.tsx'
import { personalPath, type Refused, type WordsField } from '../guest-views/page-context.ts'
import { passPage } from '../guest-views/pass-page.tsx'
import { personalPage } from '../guest-views/personal-page.tsx'
import { passOf } from '../invitations/pass.ts'
import { hasPass } from '../invitations/rules.ts'
import { handOutMaterials } from '../materials/hand-out.ts'
import { personalCalendar } from '../messaging/guest-calendar.ts'
import { AppError } from '../platform/app-error.ts'
import type { App } from '../platform/app-type.ts'
import type { Deps } from '../platform/deps.ts'
import { logUnexpected } from '../platform/log-error.ts'
import { senderAddress } from '../platform/mail.ts'
import { pagePolicy } from '../platform/public-page/page-style.ts'
import { sendNamedFile } from '../platform/send-file.ts'
import { answerByLink, optInByLink, optOutByLink } from './commands.ts'
import { personalPeopleRoutes } from './people-routes.ts'
import { languageOf, PersonalRouting, sendPage, troublePage, unknownPage } from './visit-routes.ts'

const wordsFields = ['reason', 'note', 'question'] as const satisfies readonly WordsField[]

/** What a guest wrote in a form that was not taken, to show it again. */
function refusedOf(
  body: unknown,
  issues: readonly { path: readonly PropertyKey[]; code: string }[],
): Refused {
  const sent = (body ?? {}) as Record<string, unknown>
  const written: Refused['written'] = {}
  for (const name of [...wordsFields, 'declineKind'] as const) {
    const value = sent[name]
    if (typeof value === 'string') written[name] = value
  }
  return {
    written,
    tooLong: wordsFields.filter((name) =>
      issues.some(({ path, code }) => path[0] === name && code === 'too_big'),
    ),
  }
}

/** The journalist's page below `/u/`: HTML for people without a login, no script, no cookie. */
export async function guestPageRoutes(app: App, deps: Deps): Promise<void> {
  const { database, keys } = deps
  const materials = handOutMaterials(deps)

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
      if (status === 500) logUnexpected(request.log, error)
      if (after !== undefined) reply.header('retry-after', String(after))
      return sendPage(reply, status, html)
    })

    const routing = new PersonalRouting(scope, deps)

    routing.show('', async ({ request, reply, link, token, view, language }) => {
      const received = request.query.terkirim !== undefined
      const handed = await materials.list(link)
      const page = personalPage(view, { token, language, received, materials: handed })
      return sendPage(reply, 200, page)
    })

    routing.show('/materials/:id', async ({ request, reply, link }) => {
      const wanted = z.uuid().safeParse((request.params as { id?: string }).id)
      if (!wanted.success) throw new AppError('not_found')
      const counted = request.method === 'GET'
      const handed = await materials.fetch(link, { id: wanted.data, counted })
      return handed.url === null ? sendNamedFile(reply, handed) : reply.redirect(handed.url, 303)
    })

    routing.show('/session.ics', ({ reply, view, language }) =>
      reply
        .type('text/calendar; charset=utf-8; method=PUBLISH')
        .header('content-disposition', 'attachment; filename="undangan.ics"')
        .send(personalCalendar(view, { language, sender: senderAddress(deps.config) })),
    )

    routing.show('/pass', ({ reply, link, token, view, language }) => {
      if (!hasPass(view))
        return sendPage(reply, 409, noticePage('noPass', { language, office: view.office }))
      const pass = passOf(keys.pass, link.invitationId, link.version)
      return sendPage(reply, 200, passPage(view, { token, language, pass }))
    })

    routing.show('/opt-out', ({ reply, token, view, language }) => {
      const { office, optedOut: done } = view
      return sendPage(reply, 200, optOutPage({ token, language, office, done }))
    })

    // The addresses shown after a form that was refused; whoever opens one anew wants the invitation.
    for (const form of ['response', 'check-in']) {
      scope.get(`/u/:token/${form}`, async (request, reply) => {
        const { token, language } = await routing.visit(request, reply)
        return reply.redirect(personalPath(token, language), 303)
      })
    }

    scope.get('/u/*', async (request, reply) =>
      sendPage(reply, 404, unknownPage[languageOf(request)]),
    )

    routing.take('/response', async (visit) => {
      const { request, reply, link, token, language } = visit
      const sent = personalAnswer.safeParse(request.body)
      if (
        !sent.success ||
        !Object.entries(sent.data).some(
          ([name, said]) => name !== 'formKey' && said !== undefined && said !== '',
        )
      )
        return routing.showState(visit, {
          status: 400,
          refused: refusedOf(request.body, sent.error?.issues ?? []),
        })
      await database.write([link.officeId], `invitation:${link.invitationId}`, (tx) =>
        answerByLink(tx, { link, sent: sent.data }),
      )
      const { reason, note, question, declineKind } = sent.data
      const sentWords = Boolean(reason || note || question || declineKind)
      return reply.redirect(personalPath(token, language, '', sentWords), 303)
    })

    routing.take('/opt-in', async ({ reply, link, token, language }) => {
      await database.write([link.officeId], `invitation:${link.invitationId}`, (tx) =>
        optInByLink(tx, link),
      )
      return reply.redirect(personalPath(token, language), 303)
    })

    routing.take('/check-in', async (visit) => {
      const sent = checkInForm.safeParse(visit.request.body)
      const fault = sent.success ? await checkInSelf(deps, visit.link, sent.data.code) : 'code'
      if (fault)
        return routing.showState(visit, {
          status: fault === 'code' ? 422 : 409,
          checkInFault: fault,
        })
      return visit.reply.redirect(personalPath(visit.token, visit.language), 303)
    })

    personalPeopleRoutes(routing, deps)

    // RFC 8058: a mail program may stop invitations with one POST, as a form of either kind.
    await scope.register(async (oneClick: App) => {
      oneClick.addContentTypeParser(
        'multipart/form-data',
        { parseAs: 'string' },
        async () => undefined,
      )
      oneClick.post('/u/:token/opt-out', async (request, reply) => {
        const { link, token, language } = await routing.visit(request, reply)
        await routing.count(link)
        await database.write([link.officeId], `invitation:${link.invitationId}`, (tx) =>
          optOutByLink(tx, link),
        )
        // No redirect: those who post for their readers do not follow one.
        const view = await routing.look(link)
        const { office, optedOut: done } = view
        const present = !view.revokedAt && view.linkVersion === link.version
        const page = optOutPage({ token: present ? token : undefined, language, office, done })
        return sendPage(reply, 200, page)
      })
    })
  })
}
