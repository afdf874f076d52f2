import type { ErrorCode, Problem } from '@ngopi/shared/errors'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { AppError, statusOf } from './app-error.ts'
import type { App } from './app-type.ts'
import { ContractViolation } from './contract.ts'
import { answerToDatabaseError } from './database-errors.ts'
import { wrongFields } from './field-errors.ts'
import { languageOf } from './language.ts'
import { logUnexpected } from './log-error.ts'
import { problemStrings, requestStrings } from './problem-strings.ts'

const codeOfStatus: Record<number, ErrorCode> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  413: 'invalid',
  415: 'invalid',
  429: 'too_many_requests',
  503: 'unavailable',
}

function fromFastify(error: FastifyError): AppError | undefined {
  const status = error.statusCode
  if (status === undefined || status >= 500) return undefined
  const message =
    error.code === 'FST_ERR_CTP_BODY_TOO_LARGE'
      ? requestStrings.bodyTooLarge
      : status === 415
        ? requestStrings.jsonOnly
        : error instanceof SyntaxError || /JSON/i.test(error.message)
          ? requestStrings.malformedJson
          : undefined
  const fields = error.code === 'FST_ERR_BAD_URL' && [
    { path: 'url', message: requestStrings.malformedUrl },
  ]
  return new AppError(codeOfStatus[status] ?? 'invalid', {
    status,
    ...(message && { message }),
    ...(fields && { fields }),
  })
}

/** Statuses that say something of what was sent, and so always where it stands. */
const ofContent = new Set([400, 413, 415, 422])

/** The part of a request that an error without fields is about. */
const contentOf = ({ method }: FastifyRequest): string =>
  method === 'GET' || method === 'DELETE' ? 'query' : 'body'

/** Sends problem details (RFC 9457) in the caller's language. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  error: AppError,
): FastifyReply {
  const language = languageOf(request.headers['accept-language'])
  const { details, code } = error
  const status = details.status ?? statusOf[code]
  const title = (details.message ?? problemStrings[code])[language]
  const problem: Problem = { type: 'about:blank', title, status, code, requestId: request.id }
  const fields = details.fields?.map(({ path, message }) => ({ path, message: message[language] }))
  if (fields) problem.fields = fields
  else if (ofContent.has(status)) problem.fields = [{ path: contentOf(request), message: title }]
  if (details.current !== undefined) problem.current = details.current
  if (details.retryAfter !== undefined) reply.header('retry-after', String(details.retryAfter))
  return writeProblem(reply, problem)
}

const writeProblem = (reply: FastifyReply, problem: Problem): FastifyReply =>
  reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem)

/** Turns a throw into an answer. */
export function answerTo(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (error instanceof ContractViolation) {
    const language = languageOf(request.headers['accept-language'])
    return writeProblem(reply, {
      type: 'about:blank',
      title: problemStrings.invalid[language],
      status: 400,
      code: 'invalid',
      requestId: request.id,
      fields: wrongFields(request, language),
    })
  }
  const answer =
    error instanceof AppError ? error : (answerToDatabaseError(error) ?? fromFastify(error))
  if (!answer) logUnexpected(request.log, error)
  return sendProblem(request, reply, answer ?? new AppError('internal'))
}

/** The one place where a throw becomes an answer. */
export function registerErrorHandler(app: App): void {
  app.setErrorHandler((error: FastifyError, request, reply) => answerTo(error, request, reply))
}
