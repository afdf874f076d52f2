import { journalistsApi } from '@ngopi/shared/journalists'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { perform, performWhole } from '../platform/perform.ts'
import {
  archiveJournalist,
  changeJournalist,
  createJournalist,
  restoreJournalist,
} from './journalist-commands.ts'
import { getJournalist, listJournalists } from './journalist-queries.ts'
import { listLabels } from './queries.ts'

/** `/api/journalists`, and the labels in use at `/api/labels`. */
export function journalistRoutes(app: App, { database, cursors }: Deps): void {
  app.route({
    ...journalistsApi.list,
    handler: (request) => {
      const { offices } = accessOf(request)
      return database.read(offices, (db) =>
        listJournalists(db, request.query, { offices, cursors }),
      )
    },
  })
  app.route({
    ...journalistsApi.create,
    handler: (request, reply) => {
      const { officeId } = accessOf(request)
      return perform({ database, request, reply, status: 201 }, (tx) =>
        createJournalist(tx, officeId, request.body),
      )
    },
  })
  app.route({
    ...journalistsApi.get,
    handler: (request) =>
      database.read(accessOf(request).offices, (db) => getJournalist(db, request.params.id)),
  })
  app.route({
    ...journalistsApi.update,
    handler: (request, reply) => {
      const { officeId } = accessOf(request)
      return performWhole({ database, request, reply }, (tx) =>
        changeJournalist(tx, officeId, request.params.id, request.body),
      )
    },
  })
  app.route({
    ...journalistsApi.archive,
    handler: (request, reply) => {
      const { officeId } = accessOf(request)
      return perform({ database, request, reply }, (tx) =>
        archiveJournalist(tx, officeId, request.params.id),
      )
    },
  })
  app.route({
    ...journalistsApi.restore,
    handler: (request, reply) => {
      const { officeId } = accessOf(request)
      return perform({ database, request, reply }, (tx) =>
        restoreJournalist(tx, officeId, request.params.id),
      )
    },
  })
  app.route({
    ...journalistsApi.labels,
    handler: (request) => {
      const { offices, officeId } = accessOf(request)
      return database.read(offices, (db) => listLabels(db, officeId))
    },
  })
}
