import { type Paper, papersApi } from '@ngopi/shared/papers'
import type { FastifyRequest } from 'fastify'
import { AppError } from '../platform/app-error.ts'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { languageOf } from '../platform/language.ts'
import { perform } from '../platform/perform.ts'
import { sendNamedFile } from '../platform/send-file.ts'
import { askForPaper } from './commands.ts'
import { PaperStore } from './paper-store.ts'
import { fileOf, getPaper, type KeptPaper } from './queries.ts'
import { mayHave, readPaper } from './sources.ts'

/** Long papers: asked for, watched and fetched by all of the office who may print the same paper. */
export function paperRoutes(app: App, { database, config, keys, publicUrl }: Deps): void {
  const store = new PaperStore(config.dataDir)

  const toldTo = (request: FastifyRequest, { error, ...paper }: KeptPaper): Paper => ({
    ...paper,
    error: error?.[languageOf(request.headers['accept-language'])] ?? null,
  })

  /** The paper, for who may have it now; 404 out of sight, 403 for a role that may not print it. */
  const readKept = async (request: FastifyRequest, id: string): Promise<KeptPaper> => {
    const { offices, role } = accessOf(request)
    const paper = await database.read(offices, (db) => getPaper(db, id))
    if (!mayHave(role, paper.kind)) throw new AppError('forbidden')
    return paper
  }

  app.route({
    ...papersApi.create,
    handler: async (request, reply) => {
      const { offices, officeId, role } = accessOf(request)
      const asked = { sessionId: request.params.id, kind: request.body.kind }
      if (!mayHave(role, asked.kind)) throw new AppError('forbidden')
      const { items: total } = await database.read(offices, (db) =>
        readPaper(db, { keys, publicUrl }, asked),
      )
      return perform({ database, request, reply, status: 202 }, async (tx) =>
        toldTo(request, await askForPaper(tx, { ...asked, officeId, total })),
      )
    },
  })

  app.route({
    ...papersApi.get,
    handler: async (request) => toldTo(request, await readKept(request, request.params.id)),
  })

  app.route({
    ...papersApi.file,
    handler: async (request, reply) => {
      const paper = await readKept(request, request.params.id)
      const file = fileOf(paper)
      const content = await store.read(paper)
      if (!content) throw new AppError('not_found')
      sendNamedFile(reply, { ...file, content })
      return reply
    },
  })
}
