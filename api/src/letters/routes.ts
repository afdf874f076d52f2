import { lettersApi } from '@ngopi/shared/letters'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { printShort } from '../platform/pdf/paper.ts'
import { perform } from '../platform/perform.ts'
import { sendFile } from '../platform/send-file.ts'
import { saveLetter } from './commands.ts'
import { readLetterFile } from './letter-pdf.ts'
import { getLetter } from './queries.ts'

/** The formal letter of a session, and the files printed of it. */
export function letterRoutes(app: App, { database, publicUrl, limits }: Deps): void {
  app.route({
    ...lettersApi.get,
    handler: (request) =>
      database.read(accessOf(request).offices, (db) =>
        getLetter(db, {
          sessionId: request.params.id,
          publicUrl,
          now: new Date().toISOString(),
        }),
      ),
  })

  app.route({
    ...lettersApi.save,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) =>
        saveLetter(tx, {
          sessionId: request.params.id,
          officeId: accessOf(request).officeId,
          publicUrl,
          now: new Date().toISOString(),
          letter: request.body,
        }),
      ),
  })

  app.route({
    ...lettersApi.pdf,
    handler: async (request, reply) => {
      const { invitationId, all } = request.query
      const { offices, officeId } = accessOf(request)
      const paper = await database.read(offices, (db) =>
        readLetterFile(db, {
          sessionId: request.params.id,
          publicUrl,
          asked: invitationId ? { invitationId } : all ? 'all' : 'press',
        }),
      )
      sendFile(reply, await printShort(paper, { officeId, limits }))
      return reply
    },
  })
}
