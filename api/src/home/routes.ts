import { reportsApi } from '@ngopi/shared/reports'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { readHome } from './queries.ts'

/** What the first page of the application shows. */
export function homeRoutes(app: App, { database }: Deps): void {
  app.route({
    ...reportsApi.home,
    handler: (request) => {
      const { offices } = accessOf(request)
      const now = new Date().toISOString()
      return database.read(offices, (db) => readHome(db, { offices, now }))
    },
  })
}
