import { outletsApi } from '@ngopi/shared/outlets'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { perform } from '../platform/perform.ts'
import { archiveOutlet, changeOutlet, createOutlet, restoreOutlet } from './outlet-commands.ts'
import { getOutlet, listOutlets } from './outlet-queries.ts'

/** `/api/outlets`. */
export function outletRoutes(app: App, { database, cursors }: Deps): void {
  app.route({
    ...outletsApi.list,
    handler: (request) => {
      const { offices } = accessOf(request)
      return database.read(offices, (db) => listOutlets(db, request.query, { offices, cursors }))
    },
  })
  app.route({
    ...outletsApi.create,
    handler: (request, reply) => {
      const { officeId } = accessOf(request)
      return perform({ database, request, reply, status: 201 }, (tx) =>
        createOutlet(tx, officeId, request.body),
      )
    },
  })
  app.route({
    ...outletsApi.get,
    handler: (request) =>
      database.read(accessOf(request).offices, (db) => getOutlet(db, request.params.id)),
  })
  app.route({
    ...outletsApi.update,
    handler: (request, reply) => {
      const { officeId } = accessOf(request)
      return perform({ database, request, reply }, (tx) =>
        changeOutlet(tx, officeId, request.params.id, request.body),
      )
    },
  })
  app.route({
    ...outletsApi.archive,
    handler: (request, reply) => {
      const { officeId } = accessOf(request)
      return perform({ database, request, reply }, (tx) =>
        archiveOutlet(tx, officeId, request.params.id),
      )
    },
  })
  app.route({
    ...outletsApi.restore,
    handler: (request, reply) => {
      const { officeId } = accessOf(request)
      return perform({ database, request, reply }, (tx) =>
        restoreOutlet(tx, officeId, request.params.id),
      )
    },
  })
}
