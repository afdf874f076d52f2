import { coverageApi } from '@ngopi/shared/coverage'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { perform } from '../platform/perform.ts'
import { archiveCoverage, changeCoverage, recordCoverage, restoreCoverage } from './commands.ts'
import { listCoverage } from './list-queries.ts'
import { previewAddress } from './preview-queries.ts'
import { getCoverage } from './queries.ts'
import { reviewCoverage } from './review-commands.ts'

/** Placements of stories, and how people judged them. */
export function coverageRoutes(app: App, { database, cursors }: Deps): void {
  app.route({
    ...coverageApi.preview,
    handler: (request) => {
      const { offices, officeId } = accessOf(request)
      return database.read(offices, (db) => previewAddress(db, { officeId, url: request.body.url }))
    },
  })

  app.route({
    ...coverageApi.list,
    handler: (request) => {
      const { offices } = accessOf(request)
      return database.read(offices, (db) =>
        listCoverage(db, { cursors, offices, asked: request.query }),
      )
    },
  })

  app.route({
    ...coverageApi.create,
    handler: (request, reply) =>
      perform({ database, request, reply, status: 201 }, (tx) =>
        recordCoverage(tx, { officeId: accessOf(request).officeId, given: request.body }),
      ),
  })

  app.route({
    ...coverageApi.get,
    handler: (request) =>
      database.read(accessOf(request).offices, (db) => getCoverage(db, request.params.id)),
  })

  app.route({
    ...coverageApi.update,
    handler: (request, reply) => {
      const own = { officeId: accessOf(request).officeId, id: request.params.id }
      return perform({ database, request, reply }, (tx) =>
        changeCoverage(tx, { own, changes: request.body }),
      )
    },
  })

  app.route({
    ...coverageApi.archive,
    handler: (request, reply) => {
      const own = { officeId: accessOf(request).officeId, id: request.params.id }
      return perform({ database, request, reply }, (tx) => archiveCoverage(tx, own))
    },
  })

  app.route({
    ...coverageApi.restore,
    handler: (request, reply) => {
      const own = { officeId: accessOf(request).officeId, id: request.params.id }
      return perform({ database, request, reply }, (tx) => restoreCoverage(tx, own))
    },
  })

  app.route({
    ...coverageApi.review,
    handler: (request, reply) => {
      const { officeId, id: userId } = accessOf(request)
      const review = { officeId, userId, id: request.params.id, judgement: request.body }
      return perform({ database, request, reply, status: 201 }, (tx) => reviewCoverage(tx, review))
    },
  })
}
