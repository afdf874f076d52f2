import { Readable } from 'node:stream'
import { materialsApi } from '@ngopi/shared/materials'
import { AppError } from '../platform/app-error.ts'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { perform } from '../platform/perform.ts'
import { sendNamedFile } from '../platform/send-file.ts'
import { addFile, addLink, requireOwnSession, setArchived, updateMaterial } from './commands.ts'
import { cleanName, kindOf } from './file-rules.ts'
import { FileStore } from './file-store.ts'
import { getStoredFile, listMaterials } from './queries.ts'
import { materialStrings } from './strings.ts'

/** Files and links that a session hands to its guests. */
export async function materialRoutes(app: App, { database, config }: Deps): Promise<void> {
  const store = new FileStore(config.dataDir)
  await store.clear()

  app.route({
    ...materialsApi.list,
    handler: async (request) => ({
      items: await database.read(accessOf(request).offices, (db) =>
        listMaterials(db, request.params.id),
      ),
    }),
  })

  app.route({
    ...materialsApi.addLink,
    handler: (request, reply) =>
      perform({ database, request, reply, status: 201 }, (tx) => {
        const target = { officeId: accessOf(request).officeId, sessionId: request.params.id }
        return addLink(tx, target, request.body)
      }),
  })

  await app.register(async (scope: App) => {
    // Handed on as it comes: a file is never whole in memory while a slow line sends it.
    scope.addContentTypeParser(
      'application/octet-stream',
      async (_: unknown, body: Readable) => body,
    )
    scope.route({
      ...materialsApi.addFile,
      handler: async (request, reply) => {
        const { offices, officeId } = accessOf(request)
        const target = { officeId, sessionId: request.params.id }
        await database.read(offices, (db) => requireOwnSession(db, target))
        // A request without a body is a file without bytes.
        const source = (request.body as Readable | undefined) ?? Readable.from([])
        return store.receive(source, async (received) => {
          const { name, title, embargoUntil = null, audience } = request.query
          const mediaType = kindOf(await store.content(received), name)
          if (!mediaType)
            throw new AppError('unprocessable', { message: materialStrings.otherKind })
          const { digest, bytes } = received
          const file = { name: cleanName(name, mediaType), mediaType, digest, bytes }
          // What a repeated request is known by.
          request.body = { ...request.query, digest: digest.toString('hex') }
          return perform({ database, request, reply, status: 201 }, (tx) =>
            addFile(tx, target, {
              title: title ?? file.name.replace(/\.[a-z0-9]+$/i, ''),
              embargoUntil,
              audience,
              file,
              keep: () => store.keep(received, officeId),
            }),
          )
        })
      },
    })
  })

  app.route({
    ...materialsApi.update,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) =>
        updateMaterial(tx, {
          officeId: accessOf(request).officeId,
          id: request.params.id,
          changes: request.body,
        }),
      ),
  })

  app.route({
    ...materialsApi.archive,
    handler: (request, reply) =>
      perform({ database, request, reply }, async (tx) => {
        const { officeId } = accessOf(request)
        await setArchived(tx, { officeId, id: request.params.id, archived: true })
      }),
  })

  app.route({
    ...materialsApi.restore,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) =>
        setArchived(tx, {
          officeId: accessOf(request).officeId,
          id: request.params.id,
          archived: false,
        }),
      ),
  })

  app.route({
    ...materialsApi.file,
    handler: async (request, reply) => {
      const file = await database.read(accessOf(request).offices, (db) =>
        getStoredFile(db, request.params.id),
      )
      const content = await store.read(file.officeId, file.digest)
      sendNamedFile(reply, { ...file, content })
      return reply
    },
  })
}
