import { minutesApi } from '@ngopi/shared/minutes'
import type { FastifyRequest } from 'fastify'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { printPdf } from '../platform/pdf/print-pdf.ts'
import { perform } from '../platform/perform.ts'
import { sendFile } from '../platform/send-file.ts'
import { saveMinutes, signMinutes, type Writer } from './commands.ts'
import { draftMinutes } from './draft-queries.ts'
import { readMinutesPaper } from './minutes-file.ts'
import { getMinutes, getVersion, type Reader } from './queries.ts'

/** Minutes of many hours with their markup. */
const bodyLimit = 1024 * 1024

const readerOf = (request: FastifyRequest, sessionId: string): Reader => {
  const { officeId, name, role } = accessOf(request)
  return { officeId, sessionId, minuteTaker: role === 'manager' ? null : name }
}

const writerOf = (request: FastifyRequest, sessionId: string): Writer => {
  const { officeId, id, name } = accessOf(request)
  return { officeId, userId: id, userName: name, sessionId }
}

/** The record of a session: drafted, saved, signed, printed. */
export function minutesRoutes(app: App, { database }: Deps): void {
  app.route({
    ...minutesApi.get,
    handler: (request) =>
      database.read(accessOf(request).offices, (db) =>
        (request.query.draft ? draftMinutes : getMinutes)(db, readerOf(request, request.params.id)),
      ),
  })

  app.route({
    ...minutesApi.save,
    bodyLimit,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) =>
        saveMinutes(tx, writerOf(request, request.params.id), request.body),
      ),
  })

  app.route({
    ...minutesApi.version,
    handler: (request) =>
      database.read(accessOf(request).offices, (db) =>
        getVersion(db, { sessionId: request.params.id, number: request.params.number }),
      ),
  })

  app.route({
    ...minutesApi.sign,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) =>
        signMinutes(tx, writerOf(request, request.params.id), {
          version: request.body.version,
          now: new Date().toISOString(),
        }),
      ),
  })

  app.route({
    ...minutesApi.pdf,
    handler: async (request, reply) => {
      const { filename, document } = await database.read(accessOf(request).offices, (db) =>
        readMinutesPaper(db, readerOf(request, request.params.id)),
      )
      // Outside the database connection, which others may need meanwhile.
      const content = await printPdf(document, accessOf(request).officeId)
      sendFile(reply, { filename, contentType: 'application/pdf', content })
      return reply
    },
  })
}
