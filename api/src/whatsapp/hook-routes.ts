import { AppError } from '../platform/app-error.ts'
import type { App } from '../platform/app-type.ts'
import type { Deps } from '../platform/deps.ts'
import { isUnknownNumber } from './cloud-api.ts'
import { isSameSecret, isSigned, type Report, reportsIn } from './hook-rules.ts'
import { advanceMessage, type MessageState, noteNumberProblem } from './message-commands.ts'
import { findMessage } from './service-queries.ts'

/** A notice holds at most 3 MiB, says the service. */
const noticeLimit = 3 * 1024 * 1024

const stateOf = ({ state, providerId, at, error }: Report): MessageState =>
  state === 'failed'
    ? { state, providerId, error: error?.text ?? 'failed' }
    : { state, providerId, at }

async function take({ database }: Pick<Deps, 'database'>, report: Report): Promise<void> {
  const message = await database.lookup((db) => findMessage(db, report))
  if (!message) return
  await database.write([message.officeId], 'system:', async (tx) => {
    const moved = await advanceMessage(tx, message.id, stateOf(report))
    if (moved && report.error && isUnknownNumber(report.error.code))
      await noteNumberProblem(tx, message.id)
  })
}

/** Where the official WhatsApp service says what became of messages; not there unless it is set up. */
export async function whatsappHookRoutes(app: App, deps: Deps): Promise<void> {
  const service = deps.config.whatsapp
  if (!service) return

  app.get('/hooks/whatsapp', async (request, reply) => {
    const asked = request.query as Record<string, unknown>
    const { 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': challenge } = asked
    const known = typeof token === 'string' && isSameSecret(token, service.verifyToken)
    if (mode !== 'subscribe' || !known || typeof challenge !== 'string')
      throw new AppError('forbidden')
    return reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(challenge)
  })

  await app.register(async (scope: App) => {
    // The signature is over the bytes as they came.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser<Buffer>(
      'application/json',
      { parseAs: 'buffer', bodyLimit: noticeLimit },
      async (_request: unknown, body: Buffer) => body,
    )
    scope.post('/hooks/whatsapp', { bodyLimit: noticeLimit }, async (request, reply) => {
      const { body } = request
      const signature = request.headers['x-hub-signature-256']
      if (!Buffer.isBuffer(body) || !isSigned(body, signature, service.appSecret))
        throw new AppError('unauthenticated')
      for (const report of reportsIn(parsed(body))) await take(deps, report)
      return reply.status(200).send()
    })
  })
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw new AppError('invalid')
  }
}
