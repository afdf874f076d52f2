import { searchApi } from '@ngopi/shared/search'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { searchEverything } from './queries.ts'

/** Partners, sessions and coverage by a few letters of their names. */
export function searchRoutes(app: App, { database }: Deps): void {
  app.route({
    ...searchApi.search,
    handler: (request) =>
      database.read(accessOf(request).offices, async (db) => ({
        items: await searchEverything(db, request.query.q),
      })),
  })
}
