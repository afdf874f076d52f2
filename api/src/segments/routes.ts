import { segmentsApi } from '@ngopi/shared/segments'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { perform } from '../platform/perform.ts'
import { evaluateAudience } from './audience-queries.ts'
import { archiveSegment, changeSegment, createSegment, restoreSegment } from './commands.ts'
import { getSegment, listSegments, usableSegment } from './queries.ts'

/** Saved segments, and whom one of them or any filter holds now. */
export function segmentRoutes(app: App, { database }: Deps): void {
  app.route({
    ...segmentsApi.list,
    handler: async (request) => {
      const { offices, officeId } = accessOf(request)
      const archived = request.query.archived ?? false
      const items = await database.read(offices, (db) => listSegments(db, { officeId, archived }))
      return { items }
    },
  })

  app.route({
    ...segmentsApi.create,
    handler: (request, reply) =>
      perform({ database, request, reply, status: 201 }, (tx) =>
        createSegment(tx, accessOf(request).officeId, request.body),
      ),
  })

  app.route({
    ...segmentsApi.get,
    handler: (request) =>
      database.read(accessOf(request).offices, (db) => getSegment(db, request.params.id)),
  })

  app.route({
    ...segmentsApi.update,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) =>
        changeSegment(tx, accessOf(request).officeId, request.params.id, request.body),
      ),
  })

  app.route({
    ...segmentsApi.archive,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) =>
        archiveSegment(tx, accessOf(request).officeId, request.params.id),
      ),
  })

  app.route({
    ...segmentsApi.restore,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) =>
        restoreSegment(tx, accessOf(request).officeId, request.params.id),
      ),
  })

  app.route({
    ...segmentsApi.evaluate,
    handler: (request) => {
      const { offices, officeId } = accessOf(request)
      const { filter, segmentId, ...asked } = request.body
      return database.read(offices, async (db) =>
        evaluateAudience(db, {
          ...asked,
          officeId,
          segmentId,
          filter: segmentId
            ? (await usableSegment(db, officeId, segmentId)).filter
            : (filter ?? {}),
        }),
      )
    },
  })
}
