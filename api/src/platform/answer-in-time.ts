import type { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from './app-error.ts'
import type { App } from './app-type.ts'
import { requestStrings } from './problem-strings.ts'

/**
 * Answers 503 where a connection was silent for as long as it may be and somebody waits for an answer: without this it
 * would be cut without a word. What the handler does goes on; its answer comes too late.
 */
export function answerInTime(app: App): void {
  const waiting = new WeakMap<Socket, { request: FastifyRequest; reply: FastifyReply }>()
  app.addHook('onRequest', (request, reply, done) => {
    waiting.set(request.raw.socket, { request, reply })
    done()
  })
  app.addHook('onSend', (request, _reply, _payload, done) => {
    waiting.delete(request.raw.socket)
    done()
  })
  // Node closes nothing by itself once somebody listens.
  app.server.on('timeout', (socket: Socket) => {
    const found = waiting.get(socket)
    if (!found || found.reply.sent) {
      socket.destroy()
      return
    }
    const { request, reply } = found
    request.log.warn({ url: request.routeOptions.url }, 'No answer in time')
    void reply
      .header('connection', 'close')
      .send(new AppError('unavailable', { message: requestStrings.tooSlow, retryAfter: 10 }))
  })
}
