import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { CheckInFault } from '../attendance/check-in-rules.ts'
import { noticePage } from '../guest-views/notice-page.tsx'
import type { Refused } from '../guest-views/page-context.ts'
import { personalPage } from '../guest-views/personal-page.tsx'
import type { PersonalView } from '../guest-views/personal-view.ts'
import type { PersonalLink } from '../invitations/personal-link.ts'
import { AppError } from '../platform/app-error.ts'
import type { App } from '../platform/app-type.ts'
import { answerToDatabaseError } from '../platform/database-errors.ts'
import type { Deps } from '../platform/deps.ts'
import type { Language } from '../platform/language.ts'
import { countAnswer, PersonalLinks, viewInvitation } from './queries.ts'

/** A request below a personal link. */
export type PersonalRequest = FastifyRequest<{
  Params: { token: string }
  Querystring: Record<string, unknown>
}>

/** A genuine request of a guest and the link it came by. */
export interface Visit {
  request: PersonalRequest
  reply: FastifyReply
  link: PersonalLink
  token: string
  language: Language
}

/** A link is in Indonesian unless its address asks for English. */
export const languageOf = (request: FastifyRequest): Language =>
  (request.query as Record<string, unknown>).bahasa === 'en' ? 'en' : 'id'

/** Made once: whoever guesses at links should cost little. */
export const unknownPage: Record<Language, string> = {
  id: noticePage('unknown', { language: 'id' }),
  en: noticePage('unknown', { language: 'en' }),
}

/** Status and page of a throw; a stranger learns the same from every token that was never signed. */
export function troublePage(error: unknown, language: Language) {
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

/** Answers with a page. */
export const sendPage = (reply: FastifyReply, status: number, html: string) =>
  reply.status(status).type('text/html; charset=utf-8').send(html)

/** The page of a link that no longer stands for an invitation; it says so and names nobody. */
export function goneNotice(
  link: PersonalLink,
  view: PersonalView,
  language: Language,
): string | undefined {
  if (view.revokedAt) return noticePage('withdrawn', { language, office: view.office })
  if (view.linkVersion === link.version) return undefined
  return noticePage('superseded', { language, office: view.office })
}

/** How routes below a personal link show and take something. */
export class PersonalRouting {
  readonly #scope: App
  readonly #deps: Deps
  readonly #links: PersonalLinks

  constructor(scope: App, deps: Deps) {
    this.#scope = scope
    this.#deps = deps
    this.#links = new PersonalLinks({ database: deps.database, keys: deps.keys.personalLink })
  }

  /** 404 and 429 as in `PersonalLinks.open`. */
  async visit(request: FastifyRequest, reply: FastifyReply): Promise<Visit> {
    const given = request as PersonalRequest
    const { token } = given.params
    const link = await this.#links.open(token, request.ip)
    return { request: given, reply, link, token, language: languageOf(request) }
  }

  /** What there is to show; counts the look. */
  look(link: PersonalLink): Promise<PersonalView> {
    return this.#deps.database.read([link.officeId], (db) => viewInvitation(db, link))
  }

  /** Counts a write. */
  count(link: PersonalLink): Promise<void> {
    return this.#deps.database.read([link.officeId], (db) => countAnswer(db, link))
  }

  /** A route that shows something of the invitation, unless the link no longer stands for it. */
  show(
    path: string,
    answer: (visit: Visit & { view: PersonalView }) => FastifyReply | Promise<FastifyReply>,
  ): void {
    this.#scope.get(`/u/:token${path}`, async (request, reply) => {
      const visit = await this.visit(request, reply)
      const view = await this.look(visit.link)
      const gone = goneNotice(visit.link, view, visit.language)
      return gone ? sendPage(reply, 410, gone) : answer({ ...visit, view })
    })
  }

  /** A route that takes a form, counted; where answers are closed it answers with the state of the invitation. */
  take(path: string, answer: (visit: Visit) => Promise<FastifyReply>): void {
    this.#scope.post(`/u/:token${path}`, async (request, reply) => {
      const visit = await this.visit(request, reply)
      await this.count(visit.link)
      try {
        return await answer(visit)
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'closed') throw error
        return this.showState(visit, { status: 409 })
      }
    })
  }

  /** Answers a form that was not taken with the state of the invitation, and with what was written. */
  async showState(
    { reply, link, token, language }: Visit,
    { status, ...why }: { status: number; refused?: Refused; checkInFault?: CheckInFault },
  ): Promise<FastifyReply> {
    const view = await this.look(link)
    const gone = goneNotice(link, view, language)
    if (gone) return sendPage(reply, 410, gone)
    const page = personalPage(view, {
      token,
      language,
      received: false,
      ...why,
    })
    return sendPage(reply, status, page)
  }
}
