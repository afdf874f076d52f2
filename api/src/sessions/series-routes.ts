import { seriesApi } from '@ngopi/shared/series'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { getSeries, listSeries } from './series-queries.ts'

/** The series that sessions belong to. */
export function seriesRoutes(app: App, { database, cursors }: Deps): void {
  app.route({
    ...seriesApi.list,
    handler: (request) => {
      const { offices } = accessOf(request)
      return database.read(offices, (db) =>
        listSeries(db, { cursors, offices, asked: request.query }),
      )
    },
  })

  app.route({
    ...seriesApi.get,
    handler: (request) =>
      database.read(accessOf(request).offices, (db) => getSeries(db, request.params.id)),
  })
}
